package shareddb.migrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.names.SnapshotName;
import shareddb.base.track.Target;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.snapshot.Reset;
import shareddb.migrate.snapshot.Restore;
import shareddb.migrate.snapshot.SnapshotResult;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.migrate.snapshot.TakeSnapshot;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.schema.autogenerate.Adoption;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** Each operation that changes a schema writes one row of its own, with its true outcome. */
final class RecordedOperationsTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  private final OperationListener caller = () -> new Journal(db.admin());
  private TrackFolder folder;
  private Target target;
  private SnapshotStore store;

  @BeforeEach
  void empty() throws SQLException {
    Sql.run(
        db.admin(), "DROP SCHEMA IF EXISTS workshop CASCADE; DROP SCHEMA IF EXISTS rec CASCADE");
    folder = TrackFolder.withTwoVersions(temporary);
    target = new Target(db.admin(), new SchemaName("rec"));
    store = new SnapshotStore(temporary);
  }

  @Test
  void anUpgrade() throws SQLException {
    upgrade();
    upgrade();
    folder.up("3__broken", "SELECT 1 / 0;");
    upgrade();

    assertRows(
        "upgrade FAILED 2 2 V3__broken.sql: division by zero (SQLSTATE 22012)", "upgrade DONE 0 2");
  }

  @Test
  void aDowngrade() throws SQLException {
    upgrade();
    downgrade();
    folder.undo("1__notes", "SELECT 1 / 0;");
    downgrade();
    folder.delete("undo/U1__notes.sql");
    downgrade();

    assertRows(
        "downgrade FAILED 1 1 U1__notes.sql: division by zero (SQLSTATE 22012)",
        "downgrade DONE 2 1",
        "upgrade DONE 0 2");
  }

  @Test
  void aResetThatIsRolledBackLeftTheVersionAsItWas() throws SQLException, IOException {
    upgrade();
    folder.up("3__more", "SELECT 1;");
    reset();
    folder.up("4__broken", "SELECT 1 / 0;");
    reset();
    folder.delete("migrations/V4__broken.sql").up("5__more", "SELECT 1;");
    Path file = Files.createFile(temporary.resolve("no-folder"));
    assertThatThrownBy(
        () ->
            Reset.run(
                new SnapshotStore(file), folder.track(), target, RowsProgress.SILENT, caller));

    List<JournalEntry> rows = rows();
    assertThat(rows)
        .extracting(e -> e.operation() + " " + e.state() + " " + e.from() + " " + e.to())
        .containsExactly(
            "reset FAILED 3 3", "reset FAILED 3 3", "reset DONE 2 3", "upgrade DONE 0 2");
    assertThat(rows.get(1).error()).hasValue("V4__broken.sql: division by zero (SQLSTATE 22012)");
  }

  @Test
  void aRestore() throws SQLException {
    upgrade();
    SnapshotResult taken =
        TakeSnapshot.run(
            store, folder.track(), target, new SnapshotName("kept"), RowsProgress.SILENT);
    downgrade();
    Restore.run(
        store,
        folder.track(),
        target,
        ((SnapshotResult.Taken) taken).snapshot(),
        false,
        RowsProgress.SILENT,
        caller);

    assertRows("restore DONE 1 2", "downgrade DONE 2 1", "upgrade DONE 0 2");
  }

  @Test
  void anAdoption() throws SQLException {
    upgrade();
    folder.up("3__by_hand", "CREATE TABLE \"${flyway:defaultSchema}\".by_hand ();");
    Adoption.run(folder.track(), target, caller);
    Sql.run(db.admin(), "CREATE TABLE rec.by_hand ()");
    Adoption.run(folder.track(), target, caller);

    assertRows("adopt DONE 2 3", "upgrade DONE 0 2");
  }

  @Test
  void whatIsSaidToBeUnrecordedIsNot() throws SQLException {
    Upgrade.run(folder.track(), target, UnrecordedListener.SILENT);

    assertThat(rows()).isEmpty();
  }

  private void upgrade() throws SQLException {
    Upgrade.run(folder.track(), target, caller);
  }

  private void downgrade() throws SQLException {
    Downgrade.run(folder.track(), target, new DowngradeTo.Steps(1), caller);
  }

  private void reset() throws SQLException {
    Reset.run(store, folder.track(), target, RowsProgress.SILENT, caller);
  }

  private void assertRows(String... expected) throws SQLException {
    assertThat(rows())
        .extracting(
            e ->
                "%s %s %s %s %s"
                    .formatted(e.operation(), e.state(), e.from(), e.to(), e.error().orElse(""))
                    .strip())
        .containsExactly(expected);
  }

  private static List<JournalEntry> rows() throws SQLException {
    return new Journal(db.admin()).newest(List.of(), 10);
  }
}
