package shareddb.schema.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.InvalidTrack;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.DryRun;
import shareddb.migrate.DryRunResult;
import shareddb.migrate.RebuildPlan;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradePlan;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.Planner;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** What is planned is what is run. */
final class DryRunTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");
  private static final DowngradeTo NOTHING = new DowngradeTo.TheVersion(Version.NONE);

  @TempDir private Path temporary;

  private TrackFolder folder;
  private final Target target = new Target(db.admin(), new SchemaName("it's \"planned\""));

  @BeforeEach
  void folder() throws SQLException {
    execute("DROP SCHEMA IF EXISTS " + target.schema().quoted() + " CASCADE");
    folder = TrackFolder.withTwoVersions(temporary);
  }

  @Test
  void theScriptsOfAnUpgradeMakeWhatTheUpgradeMakes() throws SQLException {
    Plan.Scripts<?> plan = (Plan.Scripts<?>) upgradePlan();
    Upgrade.run(folder.track(), target);
    Catalog wanted = catalog();
    String history = history();
    execute("DROP SCHEMA " + target.schema().quoted() + " CASCADE");

    byHand(plan);

    assertThat(history()).isEqualTo(history);
    assertThat(catalog().differences(wanted)).isEmpty();
    assertThat(upgradePlan()).isEqualTo(new Plan.Ended<>(new UpgradeResult.UpToDate(TWO)));
  }

  @Test
  void theScriptsOfADowngradeMakeWhatTheDowngradeMakes() throws SQLException {
    Upgrade.run(folder.track(), target);
    Plan.Scripts<?> plan =
        (Plan.Scripts<?>) DowngradePlan.of(folder.track().readAll(), target, NOTHING).show(target);
    assertThat(plan.to()).isEqualTo(Version.NONE);
    Downgrade.run(folder.track(), target, NOTHING);
    String history = history();
    execute("DROP SCHEMA " + target.schema().quoted() + " CASCADE");
    Upgrade.run(folder.track(), target);

    byHand(plan);

    assertThat(history()).isEqualTo(history);
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(Version.NONE);
  }

  @Test
  void aRehearsalTellsEachObjectAndLeavesNothing() throws SQLException {
    Upgrade.run(folder.track(), target, ONE);
    Catalog before = catalog();
    String history = history();
    DryRunEffect effect = new DryRunEffect(target.schema());

    assertThat(((DryRunResult.Passed<?>) rehearse(upgrade(), effect)).steps())
        .extracting(step -> step.version().orElseThrow())
        .containsExactly(TWO);

    assertThat(effect.comparison().differences())
        .singleElement()
        .isInstanceOfSatisfying(
            CatalogDifference.Unexpected.class,
            made -> assertThat(made.object().name()).isEqualTo("notes.author"));
    assertThat(catalog()).isEqualTo(before);
    assertThat(history()).isEqualTo(history);
  }

  @Test
  void theWholeOfAResetIsRehearsedWithItsRowsThereAfterwards() throws SQLException {
    Upgrade.run(folder.track(), target);
    execute("INSERT INTO " + target.schema().quoted("notes") + " (body) VALUES ('kept')");
    DryRunEffect effect = new DryRunEffect(target.schema());
    Planner<?> rebuild = RebuildPlan.of(target, folder.track().read().subList(0, 1), true);

    assertThat(rehearse(rebuild, effect)).isInstanceOf(DryRunResult.Passed.class);

    assertThat(effect.comparison().differences())
        .singleElement()
        .isInstanceOf(CatalogDifference.Missing.class);
    assertThat(text("SELECT body FROM " + target.schema().quoted("notes"))).isEqualTo("kept");
  }

  @Test
  void whatFailsIsNamedAndWhatCommitsIsRefused() throws SQLException {
    folder.up("3__fails", "SELECT 1 / 0;");
    assertFails("22012", "division by zero");
    folder.up("3__fails", "CREATE TABLE public.escaped (id int); COMMIT;");
    assertThatExceptionOfType(InvalidTrack.class)
        .isThrownBy(() -> rehearse(upgrade(), new DryRunEffect(target.schema())))
        .withMessageContaining("V3__fails.sql line 1: COMMIT");
    assertThat(text("SELECT to_regclass('public.escaped')")).isEqualTo("null");
  }

  @Test
  void whatIsCheckedOnlyAtTheCommitFailsTheScriptThatWouldBeCommitted() throws SQLException {
    folder
        .up(
            "3__fails",
            """
            ALTER TABLE "${flyway:defaultSchema}".notes
                ADD CONSTRAINT once UNIQUE (body) DEFERRABLE INITIALLY DEFERRED;
            INSERT INTO "${flyway:defaultSchema}".notes (body) VALUES ('a'), ('a');
            """)
        .up("4__mends", "DELETE FROM \"${flyway:defaultSchema}\".notes;");
    assertFails("23505", "once");
  }

  @Test
  void whatCannotBeTakenBackIsNotRun() throws SQLException {
    folder.up(
        "3__index", "CREATE INDEX CONCURRENTLY i ON \"${flyway:defaultSchema}\".notes (body);");
    DryRunResult<?> result = rehearse(upgrade(), new DryRunEffect(target.schema()));
    assertThat(((DryRunResult.NotInATransaction<?>) result).scripts())
        .extracting(PlannedScript::title)
        .containsExactly("V3__index.sql");
  }

  private void assertFails(String state, String message) throws SQLException {
    DryRunResult<?> result = rehearse(upgrade(), new DryRunEffect(target.schema()));
    DryRunResult.Failed<?> failed = (DryRunResult.Failed<?>) result;
    assertThat(failed.script().orElseThrow().title()).isEqualTo("V3__fails.sql");
    assertThat(failed.error().sqlState()).isEqualTo(state);
    assertThat(failed.error().message()).contains(message);
  }

  private Planner<UpgradeResult> upgrade() {
    return UpgradePlan.of(folder.track().readAll(), target, Optional.empty(), true);
  }

  private Plan<UpgradeResult> upgradePlan() throws SQLException {
    return upgrade().show(target);
  }

  private DryRunResult<?> rehearse(Planner<?> planner, DryRunEffect effect) throws SQLException {
    return DryRun.run(target, planner, effect, UnrecordedListener.SILENT);
  }

  /** As if it were pasted into a prompt; the role is there already. */
  private static void byHand(Plan.Scripts<?> plan) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      for (PlannedScript script : plan.all()) {
        if (!script.title().contains("role")) {
          statement.execute("SET search_path = " + script.searchPath());
          statement.execute(script.sql() + "\n;" + script.history());
        }
      }
    }
  }

  private Catalog catalog() throws SQLException {
    try (Connection connection = db.connect()) {
      return Catalog.read(connection, target.schema());
    }
  }

  private String history() throws SQLException {
    return History.of(target).rows().stream()
        .map(
            row ->
                row.rank()
                    + String.join(
                        "|",
                        row.version().map(Version::toString).orElse("-"),
                        row.description(),
                        row.type(),
                        row.script(),
                        row.checksum().toString(),
                        row.installedBy()))
        .toList()
        .toString();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
    }
  }
}
