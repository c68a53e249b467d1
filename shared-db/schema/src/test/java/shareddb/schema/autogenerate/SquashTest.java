package shareddb.schema.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.FlywaySetup;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.schema.drift.Drift;
import shareddb.schema.drift.DriftResult;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** A base script stands for the first migrations, for new targets only. */
final class SquashTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");
  private static final Version THREE = Version.parse("3");

  @TempDir private Path temporary;

  private TrackFolder folder;

  @BeforeEach
  void track() {
    folder =
        TrackFolder.withTwoVersions(temporary)
            .up("3__index", "CREATE INDEX notes_idx ON \"${flyway:defaultSchema}\".notes (body);")
            .undo("3__index", "DROP INDEX \"${flyway:defaultSchema}\".notes_idx;");
  }

  @Test
  void aNewTargetRunsTheBaseScriptAndGoesOnAboveIt() throws SQLException {
    squashed(TWO);
    Target target = upgraded("fresh");

    assertThat(outline(target)).containsExactly("2 SQL_BASELINE true", "3 SQL true");
    assertThat(Drift.of(folder.track(), target)).isInstanceOf(DriftResult.Same.class);
    assertFlywayIsContent(target);
    assertThat(Downgrade.run(folder.track(), target, new DowngradeTo.Steps(1)))
        .isInstanceOf(DowngradeResult.Downgraded.class);
    assertThat(Downgrade.run(folder.track(), target, new DowngradeTo.Steps(1)))
        .isEqualTo(new DowngradeResult.BelowBaseline(TWO));
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertFlywayIsContent(target);
  }

  @Test
  void flywayItselfDoesTheSame() throws SQLException {
    squashed(TWO);
    // The tool makes the role, to which the scripts grant rights.
    Upgrade.run(folder.track(), target("flyways"));
    Target flyways = target("flyways");
    flyway(flyways).migrate();
    Target ours = upgraded("ours");

    assertThat(outline(flyways)).isEqualTo(outline(ours));
    assertThat(Drift.of(folder.track(), flyways)).isInstanceOf(DriftResult.Same.class);
  }

  @Test
  void aTargetWithAHistoryStaysAsItIs() throws SQLException {
    Target old = target("old");
    Upgrade.run(folder.track(), old, ONE);
    squashed(TWO);

    assertThat(Upgrade.run(folder.track(), old)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(outline(old)).containsExactly("1 SQL true", "2 SQL true", "3 SQL true");
    assertFlywayIsContent(old);
    Downgrade.run(folder.track(), old, new DowngradeTo.TheVersion(Version.NONE));
    assertThat(Upgrade.run(folder.track(), old)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(CurrentState.of(folder.track(), old).current()).isEqualTo(THREE);
  }

  @Test
  void belowTheBaseScriptANewTargetRunsTheMigrations() throws SQLException {
    squashed(TWO);
    Target low = target("low");
    Upgrade.run(folder.track(), low, ONE);
    assertThat(outline(low)).containsExactly("1 SQL true");
    assertThat(Upgrade.run(folder.track(), low)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(outline(low)).containsExactly("1 SQL true", "2 SQL true", "3 SQL true");
  }

  @Test
  void migrationsThatLeaveRowsAreNotSquashed() throws SQLException {
    folder.up(
        "3__index", "INSERT INTO \"${flyway:defaultSchema}\".notes (body) VALUES ('a seed');");
    assertThat(Squash.write(db.admin(), folder.track(), THREE))
        .isEqualTo(new SquashResult.HasRows(List.of("notes")));
    assertThat(folder.track().readAll().bases()).isEmpty();
  }

  @Test
  void aSecondOneAndAnUnknownVersionAreRefused() throws SQLException {
    squashed(TWO);
    assertThat(Squash.write(db.admin(), folder.track(), TWO))
        .isInstanceOf(SquashResult.AlreadyThere.class);
    assertThat(Squash.write(db.admin(), folder.track(), Version.parse("9")))
        .isEqualTo(new SquashResult.UnknownVersion(List.of(ONE, TWO, THREE)));
  }

  private void squashed(Version to) throws SQLException {
    assertThat(Squash.write(db.admin(), folder.track(), to))
        .isInstanceOf(SquashResult.Written.class);
  }

  private Target upgraded(String schema) throws SQLException {
    Target target = target(schema);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    return target;
  }

  private void assertFlywayIsContent(Target target) throws SQLException {
    Flyway flyway =
        Flyway.configure()
            .configuration(flyway(target).getConfiguration())
            .ignoreMigrationPatterns("*:pending")
            .load();
    assertThat(flyway.validateWithResult().invalidMigrations).isEmpty();
  }

  private Flyway flyway(Target target) throws SQLException {
    return FlywaySetup.on(target.admin().connect(), folder.track(), target, THREE);
  }

  private static List<String> outline(Target target) throws SQLException {
    return History.of(target).rows().stream()
        .filter(row -> row.version().isPresent())
        .map(row -> "%s %s %s".formatted(row.version().get(), row.type(), row.success()))
        .toList();
  }

  private static Target target(String schema) throws SQLException {
    Sql.run(db.admin(), "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    return new Target(db.admin(), new SchemaName(schema));
  }
}
