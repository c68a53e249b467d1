package shareddb.schema.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.FlywaySetup;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.baseline.Baseline;
import shareddb.migrate.baseline.BaselineResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** Schemas that another hand made: without a history, and with one that Flyway began. */
final class BaselineTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");

  @TempDir private Path temporary;

  @Test
  void aSchemaWithoutAHistoryIsTakenOverAtTheVersionThatItIs() throws SQLException {
    Track track = track();
    Target target = madeByHand(track, "taken", ONE);

    assertThat(VersionSearch.of(track, target))
        .isInstanceOfSatisfying(
            VersionMatch.Is.class, is -> assertThat(is.version()).isEqualTo(ONE));
    assertThat(Baseline.run(track, target, ONE, UnrecordedListener.SILENT))
        .isInstanceOf(BaselineResult.Recorded.class);

    assertThat(CurrentState.of(track, target).current()).isEqualTo(ONE);
    assertThat(Upgrade.run(track, target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(Drift.of(track, target)).isInstanceOf(DriftResult.Same.class);
    assertThat(flyway(track, target).validateWithResult().validationSuccessful).isTrue();
    assertThat(Downgrade.run(track, target, new DowngradeTo.TheVersion(Version.NONE)))
        .isInstanceOf(DowngradeResult.Downgraded.class);
  }

  @Test
  void theRowsAreThoseOfASchemaThatFlywayMade() throws SQLException {
    Track track = track();
    Target flyways = target("flyways");
    Upgrade.run(track, flyways);
    Target taken = madeByHand(track, "as_flyways", TWO);
    Baseline.run(track, taken, TWO, UnrecordedListener.SILENT);

    assertThat(outline(taken)).isEqualTo(outline(flyways));
  }

  @Test
  void theNearestVersionIsNamedWithItsDifferences() throws SQLException {
    Track track = track();
    Target target = madeByHand(track, "nearly", TWO);
    run("ALTER TABLE nearly.notes ALTER author DROP DEFAULT");

    assertThat(VersionSearch.of(track, target))
        .isInstanceOfSatisfying(
            VersionMatch.Nearest.class,
            nearest -> {
              assertThat(nearest.version()).isEqualTo(TWO);
              assertThat(nearest.comparison().differences())
                  .singleElement()
                  .satisfies(
                      difference ->
                          assertThat(difference.object()).hasToString("column notes.author"));
            });
  }

  @Test
  void aSchemaThatIsNotThereIsNoVersion() throws SQLException {
    assertThat(VersionSearch.of(track(), target("nowhere"))).isEqualTo(new VersionMatch.Empty());
  }

  @Test
  void aSecondBaselineChangesNothing() throws SQLException {
    Track track = track();
    Target target = target("there_already");
    Upgrade.run(track, target);
    List<String> before = outline(target);

    assertThat(Baseline.run(track, target, ONE, UnrecordedListener.SILENT))
        .isInstanceOf(BaselineResult.HasHistory.class);
    assertThat(outline(target)).isEqualTo(before);
  }

  @Test
  void whatFlywaysBaselineCoversIsNeitherPendingNorAProblem() throws SQLException {
    Track track = track();
    Target target = madeByHand(track, "baselined", ONE);
    flywaysBaseline(track, target, "1");

    TrackState state = CurrentState.of(track, target);

    assertThat(state.problems()).isEmpty();
    assertThat(state.current()).isEqualTo(ONE);
    assertThat(state.pending()).extracting(Migration::version).containsExactly(TWO);
    assertThat(Upgrade.run(track, target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(Drift.of(track, target)).isInstanceOf(DriftResult.Same.class);
    assertThat(flyway(track, target).validateWithResult().validationSuccessful).isTrue();
  }

  @Test
  void aBaselineAboveAllFilesLeavesNothingPending() throws SQLException {
    Track track = track();
    Target target = madeByHand(track, "far_ahead", TWO);
    flywaysBaseline(track, target, "7");

    TrackState state = CurrentState.of(track, target);

    assertThat(state.problems()).isEmpty();
    assertThat(state.pending()).isEmpty();
  }

  @Test
  void nothingBelowFlywaysBaselineIsUndone() throws SQLException {
    Track track = track();
    Target target = madeByHand(track, "kept", ONE);
    flywaysBaseline(track, target, "1");
    Upgrade.run(track, target);

    assertThat(Downgrade.run(track, target, new DowngradeTo.TheVersion(Version.NONE)))
        .isEqualTo(new DowngradeResult.BelowBaseline(ONE));
    assertThat(CurrentState.of(track, target).current()).isEqualTo(TWO);
    assertThat(Downgrade.run(track, target, new DowngradeTo.Steps(1)))
        .isInstanceOfSatisfying(
            DowngradeResult.Downgraded.class, down -> assertThat(down.to()).isEqualTo(ONE));
    assertThat(Downgrade.run(track, target, new DowngradeTo.Steps(1)))
        .isEqualTo(new DowngradeResult.BelowBaseline(ONE));
  }

  private Track track() {
    return TrackFolder.withTwoVersions(temporary).track();
  }

  /** As the track makes it, but without a history. */
  private static Target madeByHand(Track track, String schema, Version version)
      throws SQLException {
    Target target = target(schema);
    Upgrade.run(track, target, version);
    run("DROP TABLE " + target.historyTable());
    return target;
  }

  private static void flywaysBaseline(Track track, Target target, String version)
      throws SQLException {
    Flyway.configure()
        .configuration(flyway(track, target).getConfiguration())
        .baselineVersion(version)
        .load()
        .baseline();
  }

  private static Flyway flyway(Track track, Target target) throws SQLException {
    return FlywaySetup.on(target.admin().connect(), track, target, TWO);
  }

  private static List<String> outline(Target target) throws SQLException {
    return History.of(target).rows().stream()
        .filter(row -> row.version().isPresent())
        .map(
            row ->
                "%s %s %s %s %s %s %s"
                    .formatted(
                        row.version().get(),
                        row.description(),
                        row.type(),
                        row.script(),
                        row.checksum(),
                        row.installedBy(),
                        row.success()))
        .toList();
  }

  private static Target target(String schema) {
    return new Target(db.admin(), new SchemaName(schema));
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
