package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Target;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.script.Planner;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

final class RepeatableTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");
  private static final String FILE = "migrations/R__short_notes.sql";

  @TempDir private Path temporary;

  @Test
  void runsBehindTheVersionsAndAgainOnlyWhenItsTextChanged() throws SQLException {
    TrackFolder folder = withView("body");
    Target target = target("again");

    assertThat(scripts(Upgrade.run(folder.track(), target)))
        .containsExactly("V1__notes.sql", "V2__add_author.sql", "R__short_notes.sql");
    assertThat(Upgrade.run(folder.track(), target)).isEqualTo(new UpgradeResult.UpToDate(TWO));

    write(folder, "body, author");
    assertThat(CurrentState.of(folder.track(), target).repeatables().pending())
        .extracting(RepeatableMigration::description)
        .containsExactly("short notes");
    assertThat(scripts(Upgrade.run(folder.track(), target))).containsExactly("R__short_notes.sql");
    assertNothingIsLeftForFlyway(folder, target);
    assertThat(Sql.text(db.admin(), "SELECT count(author) FROM again.short_notes")).isEqualTo("0");
  }

  @Test
  void comesWithALowerVersionToo() throws SQLException {
    TrackFolder folder = withView("body");
    Target target = target("lower");

    assertThat(scripts(Upgrade.run(folder.track(), target, ONE)))
        .containsExactly("V1__notes.sql", "R__short_notes.sql");
    assertThat(Upgrade.run(folder.track(), target, ONE)).isEqualTo(new UpgradeResult.UpToDate(ONE));
    FlywaySetup.on(db.connect(), folder.track(), target, ONE).validate();
  }

  @Test
  void waitsForVersionsThatCannotBeOneTransaction() throws SQLException {
    TrackFolder folder =
        withView("body, author")
            .up(
                "1.5__index",
                "CREATE INDEX CONCURRENTLY i ON \"${flyway:defaultSchema}\".notes (id);");
    Target target = target("waits");

    assertThat(scripts(Upgrade.run(folder.track(), target)))
        .endsWith("V2__add_author.sql", "R__short_notes.sql")
        .hasSize(4);
    assertNothingIsLeftForFlyway(folder, target);
    write(folder, "author");
    folder.up("3__one_more", "SELECT 1;");
    folder.up("4__alone", "VACUUM \"${flyway:defaultSchema}\".notes;");
    Sql.run(db.admin(), "DROP VIEW waits.short_notes");
    assertThat(scripts(Upgrade.run(folder.track(), target)))
        .containsExactly("V3__one_more.sql", "V4__alone.sql", "R__short_notes.sql");
    FlywaySetup.on(db.connect(), folder.track(), target, Version.parse("4")).validate();
  }

  @Test
  void oneThatFailsIsNamedAndLeavesWhatCameBefore() throws SQLException {
    TrackFolder folder = withView("nobody");
    Target target = target("fails");

    assertThat(Upgrade.run(folder.track(), target, ONE))
        .isInstanceOfSatisfying(
            UpgradeResult.Failed.class,
            failed -> {
              assertThat(failed.migration())
                  .map(UpgradeScript::script)
                  .contains("R__short_notes.sql");
              assertThat(failed.current()).isEqualTo(ONE);
              assertThat(failed.error().orElseThrow().sqlState()).isEqualTo("42703");
            });
    write(folder, "body");
    assertThat(scripts(Upgrade.run(folder.track(), target)))
        .containsExactly("V2__add_author.sql", "R__short_notes.sql");
  }

  @Test
  void whatFlywayRefusesIsAProblem() throws SQLException {
    TrackFolder folder = withView("body");
    folder.write(
        "migrations/R__index.sql", "CREATE INDEX CONCURRENTLY i ON nowhere_at_all (nothing);");
    Target target = target("problems");
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Failed.class);
    folder.delete(FILE).write("migrations/R__index.sql", "SELECT 1;");

    assertThat(Upgrade.run(folder.track(), target))
        .isInstanceOfSatisfying(
            UpgradeResult.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .hasExactlyElementsOfTypes(HistoryProblem.RepeatableFailed.class));
    Sql.run(db.admin(), "DELETE FROM " + target.historyTable() + " WHERE NOT success");
    write(folder, "body");
    Upgrade.run(folder.track(), target);
    assertNothingIsLeftForFlyway(folder, target);

    folder.delete(FILE);
    assertThat(CurrentState.of(folder.track(), target).problems())
        .hasExactlyElementsOfTypes(HistoryProblem.RepeatableGone.class);
    FlywaySetup.on(db.connect(), folder.track(), target, TWO).repair();
    assertThat(Upgrade.run(folder.track(), target)).isEqualTo(new UpgradeResult.UpToDate(TWO));
    assertNothingIsLeftForFlyway(folder, target);
  }

  @Test
  void aDowngradeLeavesItAsItIs() throws SQLException {
    TrackFolder folder = withView("body");
    Target target = target("downgrade");
    Upgrade.run(folder.track(), target);

    assertThat(Downgrade.run(folder.track(), target, new DowngradeTo.TheVersion(ONE)))
        .isInstanceOf(DowngradeResult.Downgraded.class);
    assertThat(Sql.text(db.admin(), "SELECT count(*) FROM downgrade.short_notes")).isEqualTo("0");
    assertThat(scripts(Upgrade.run(folder.track(), target))).containsExactly("V2__add_author.sql");
    assertNothingIsLeftForFlyway(folder, target);
  }

  @Test
  void aDowngradeToNothingMakesItPendingAgain() throws SQLException {
    TrackFolder folder = withView("body");
    folder.undo(
        "1__notes",
        """
        DROP VIEW "${flyway:defaultSchema}".short_notes;
        DROP TABLE "${flyway:defaultSchema}".notes;
        """);
    Target target = target("to nothing");
    Upgrade.run(folder.track(), target);

    Downgrade.run(folder.track(), target, new DowngradeTo.TheVersion(Version.NONE));

    assertThat(CurrentState.of(folder.track(), target).repeatables().pending()).hasSize(1);
    assertThat(scripts(Upgrade.run(folder.track(), target)))
        .containsExactly("V1__notes.sql", "V2__add_author.sql", "R__short_notes.sql");
    assertNothingIsLeftForFlyway(folder, target);
    Downgrade.run(folder.track(), target, new DowngradeTo.TheVersion(Version.NONE));
    FlywaySetup.on(db.connect(), folder.track(), target, TWO).migrate();
    assertThat(Sql.text(db.admin(), "SELECT count(*) FROM \"to nothing\".short_notes"))
        .isEqualTo("0");
  }

  @Test
  void aPlanRunsInARehearsalWhatTheUpgradeRuns() throws SQLException {
    TrackFolder folder = withView("body");
    Target target = target("rehearsal");
    Planner<UpgradeResult> planner =
        UpgradePlan.of(folder.track().readAll(), target, Optional.empty(), true);

    DryRunResult.Passed<?> passed =
        (DryRunResult.Passed<?>)
            DryRun.run(target, planner, DryRunObserver.NONE, UnrecordedListener.SILENT);
    assertThat(passed.plan().all().getLast().title()).isEqualTo("R__short_notes.sql");
    assertThat(passed.steps()).hasSize(3);
  }

  @Test
  void aSchemaThatIsMadeAnewHasItTooAndFlywayFindsNothingToDo() throws SQLException {
    TrackFolder folder = withView("body");
    Target target = target("anew");
    List<UpgradeScript> scripts = folder.track().readAll().scripts();

    assertThat(
            Rebuild.run(
                "reset",
                folder.track(),
                target,
                scripts,
                RebuildHooks.NOTHING,
                UnrecordedListener.SILENT))
        .isInstanceOf(RebuildResult.Rebuilt.class);
    assertThat(Upgrade.run(folder.track(), target)).isEqualTo(new UpgradeResult.UpToDate(TWO));
    assertNothingIsLeftForFlyway(folder, target);
  }

  private TrackFolder withView(String columns) {
    return write(TrackFolder.withTwoVersions(temporary), columns);
  }

  private static TrackFolder write(TrackFolder folder, String columns) {
    return folder.write(
        FILE,
        """
        CREATE OR REPLACE VIEW "${flyway:defaultSchema}".short_notes AS
            SELECT %s FROM "${flyway:defaultSchema}".notes;
        """
            .formatted(columns));
  }

  private static void assertNothingIsLeftForFlyway(TrackFolder folder, Target target)
      throws SQLException {
    FlywaySetup.on(db.connect(), folder.track(), target, TWO).validate();
    assertThat(
            FlywaySetup.on(db.connect(), folder.track(), target, TWO).migrate().migrationsExecuted)
        .isZero();
  }

  private static List<String> scripts(UpgradeResult result) {
    assertThat(result).isInstanceOf(UpgradeResult.Upgraded.class);
    return ((UpgradeResult.Upgraded) result)
        .steps().stream().map(step -> Path.of(step.script()).getFileName().toString()).toList();
  }

  private static Target target(String schema) {
    return new Target(db.admin(), new SchemaName(schema));
  }
}
