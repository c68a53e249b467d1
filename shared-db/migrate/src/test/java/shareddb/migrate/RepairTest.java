package shareddb.migrate;

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
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.repair.HistoryChange;
import shareddb.migrate.repair.Repair;
import shareddb.migrate.repair.RepairPlan;
import shareddb.migrate.repair.RepairResult;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** Histories that do not fit their files: Flyway itself says whether they do afterwards. */
final class RepairTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");

  @TempDir private Path temporary;

  private TrackFolder folder;
  private Target target;

  @BeforeEach
  void upgraded() throws SQLException {
    folder = TrackFolder.withTwoVersions(temporary);
    target = new Target(db.admin(), new SchemaName("mended"));
    Sql.run(db.admin(), "DROP SCHEMA IF EXISTS mended CASCADE");
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(isContent()).isTrue();
  }

  @Test
  void anEditedFileGivesTheRowItsChecksum() throws SQLException {
    folder.up("2__add_author", "ALTER TABLE \"${flyway:defaultSchema}\".notes ADD author text;");
    assertThat(repaired())
        .singleElement()
        .isInstanceOfSatisfying(
            HistoryChange.TakeFromFile.class,
            change -> assertThat(change.migration().version()).isEqualTo(TWO));
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(TWO);
  }

  @Test
  void aRenamedFileGivesTheRowItsDescription() throws SQLException {
    Sql.run(
        db.admin(),
        "UPDATE mended.flyway_schema_history SET description = 'other' WHERE version = '2'");
    assertThat(isContent()).isFalse();
    assertThat(repaired()).singleElement().isInstanceOf(HistoryChange.TakeFromFile.class);
  }

  @Test
  void aMissingFileDoesNotCountAnyMore() throws SQLException {
    folder.delete("migrations/V2__add_author.sql").delete("undo/U2__add_author.sql");
    assertThat(repaired()).singleElement().isInstanceOf(HistoryChange.ForgetMissing.class);
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(ONE);
  }

  @Test
  void aFailedRowIsRemoved() throws SQLException {
    folder.up(
        "3__index",
        "CREATE INDEX CONCURRENTLY notes_idx ON \"${flyway:defaultSchema}\".notes (body);\n"
            + "SELECT 1 / 0;");
    Upgrade.run(folder.track(), target);
    assertThat(isContent()).isFalse();
    assertThat(repaired()).singleElement().isInstanceOf(HistoryChange.RemoveFailed.class);
    assertThat(History.of(target).rows()).allMatch(row -> row.success());
  }

  @Test
  void aMissingRepeatableDoesNotCountAnyMore() throws SQLException {
    folder.write("migrations/R__view.sql", "SELECT 1;");
    Upgrade.run(folder.track(), target);
    folder.delete("migrations/R__view.sql");
    assertThat(repaired()).singleElement().isInstanceOf(HistoryChange.ForgetMissing.class);
  }

  @Test
  void allAtOnceAreTheChangesOfFlywaysOwnRepair() throws SQLException {
    folder.up("3__third", "SELECT 3;").undo("3__third", "SELECT 3;");
    Upgrade.run(folder.track(), target);
    folder.up("1__notes", "SELECT 1;").delete("migrations/V2__add_author.sql");
    folder.delete("undo/U2__add_author.sql");
    Target flyways = new Target(db.admin(), new SchemaName("flyways"));
    Sql.run(
        db.admin(),
        "CREATE SCHEMA flyways; CREATE TABLE flyways.flyway_schema_history"
            + " (LIKE mended.flyway_schema_history INCLUDING ALL);"
            + " INSERT INTO flyways.flyway_schema_history TABLE mended.flyway_schema_history");
    flyway(flyways).repair();

    assertThat(repaired()).hasSize(2);
    assertThat(outline(target)).isEqualTo(outline(flyways));
  }

  @Test
  void whatNoHistoryCanMendIsLeft() throws SQLException {
    folder.up("1.5__late", "SELECT 1;");
    RepairPlan plan = Repair.plan(folder.track(), target);
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.left()).singleElement().isInstanceOf(HistoryProblem.OutOfOrder.class);
  }

  @Test
  void aHistoryThatChangedSinceThePlanStaysAsItIs() throws SQLException {
    folder.up("2__add_author", "SELECT 2;");
    RepairPlan plan = Repair.plan(folder.track(), target);
    folder.up("1__notes", "SELECT 1;");
    List<String> before = outline(target);
    assertThat(Repair.run(folder.track(), target, plan, UnrecordedListener.SILENT))
        .isInstanceOf(RepairResult.Changed.class);
    assertThat(outline(target)).isEqualTo(before);
  }

  private List<HistoryChange> repaired() throws SQLException {
    RepairPlan plan = Repair.plan(folder.track(), target);
    assertThat(Repair.run(folder.track(), target, plan, UnrecordedListener.SILENT))
        .isInstanceOf(RepairResult.Repaired.class);
    assertThat(isContent()).isTrue();
    assertThat(Repair.plan(folder.track(), target).changes()).isEmpty();
    return plan.changes();
  }

  private boolean isContent() throws SQLException {
    Flyway flyway =
        Flyway.configure()
            .configuration(flyway(target).getConfiguration())
            .ignoreMigrationPatterns("*:pending")
            .load();
    return flyway.validateWithResult().validationSuccessful;
  }

  private Flyway flyway(Target one) throws SQLException {
    return Flyway.configure()
        .configuration(
            FlywaySetup.on(one.admin().connect(), folder.track(), one, ONE).getConfiguration())
        .target("latest")
        .load();
  }

  private static List<String> outline(Target target) throws SQLException {
    return History.of(target).rows().stream()
        .filter(row -> row.version().isPresent())
        .map(
            row ->
                "%d %s %s %s %s %s %s"
                    .formatted(
                        row.rank(),
                        row.version().get(),
                        row.description(),
                        row.type(),
                        row.script(),
                        row.checksum(),
                        row.success()))
        .toList();
  }
}
