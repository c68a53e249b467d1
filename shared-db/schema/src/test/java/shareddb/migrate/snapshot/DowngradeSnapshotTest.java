package shareddb.migrate.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** The snapshot of a downgrade over several versions, while another session writes. */
final class DowngradeSnapshotTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  /** Waits until the writer waits for the table, so that it is the next after a COMMIT. */
  private static final String UNTIL_THE_WRITER_WAITS =
      """
      LOCK TABLE "${flyway:defaultSchema}".notes IN ACCESS EXCLUSIVE MODE;
      DO $$
      BEGIN
        FOR i IN 1..1000 LOOP
          EXIT WHEN EXISTS (
              SELECT FROM pg_locks
              WHERE NOT granted AND relation = '"${flyway:defaultSchema}".notes'::regclass);
          PERFORM pg_sleep(0.01);
        END LOOP;
      END
      $$;
      """;

  @TempDir private Path temporary;

  @Test
  void rowsWrittenBetweenTwoUndosAreInTheSnapshot() throws SQLException {
    TrackFolder folder =
        TrackFolder.withTwoVersions(temporary).undo("2__add_author", UNTIL_THE_WRITER_WAITS);
    Target target = upgraded("between", folder);
    CompletableFuture<Long> written = written("between.notes");

    DowngradeWithSnapshot done = downgraded(folder, target);

    assertThat(done.result()).isInstanceOf(DowngradeResult.Downgraded.class);
    assertThat(done.kept().getFirst().manifest().rows()).isEqualTo(written.join());
  }

  @Test
  void aScriptThatCannotBeInATransactionGetsASnapshotOfItsOwn() throws SQLException {
    TrackFolder folder =
        TrackFolder.withTwoVersions(temporary)
            .up("3__nothing", "SELECT 1;")
            .undo("3__nothing", "SELECT 1;")
            .undo("2__add_author", "VACUUM \"${flyway:defaultSchema}\".notes;");
    Target target = upgraded("pieces", folder);
    CompletableFuture<Long> written = written("pieces.notes");

    DowngradeWithSnapshot done = downgraded(folder, target);

    assertThat(done.result()).isInstanceOf(DowngradeResult.Downgraded.class);
    assertThat(done.kept())
        .extracting(kept -> kept.manifest().version().toString())
        .containsExactly("3", "2", "1");
    assertThat(done.kept().getLast().manifest().rows()).isEqualTo(written.join());
  }

  @Test
  void undosThatNeedACommitBetweenThemAreTransactionsOfTheirOwn() throws SQLException {
    TrackFolder folder =
        TrackFolder.withTwoVersions(temporary)
            .up(
                "3__deferred",
                """
                ALTER TABLE "${flyway:defaultSchema}".notes ADD parent bigint
                  REFERENCES "${flyway:defaultSchema}".notes DEFERRABLE INITIALLY DEFERRED;
                """)
            .undo("3__deferred", "DELETE FROM \"${flyway:defaultSchema}\".notes;");
    Target target = upgraded("commits", folder);
    Sql.run(db.admin(), "INSERT INTO commits.notes (body) VALUES ('first')");

    DowngradeWithSnapshot done = downgraded(folder, target);

    assertThat(done.result())
        .isInstanceOfSatisfying(
            DowngradeResult.Downgraded.class, down -> assertThat(down.steps()).hasSize(3));
    assertThat(done.kept()).hasSize(1);
    assertThat(done.kept().getFirst().manifest().version()).isEqualTo(Version.parse("3"));
  }

  @Test
  void anUndoThatFailsLeavesAllVersionsThatShareItsTransaction() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary).undo("1__notes", "SELECT wrong;");
    Target target = upgraded("together", folder);
    Sql.run(db.admin(), "INSERT INTO together.notes (body) VALUES ('first')");

    DowngradeWithSnapshot done = downgraded(folder, target);

    assertThat(done.result())
        .isInstanceOfSatisfying(
            DowngradeResult.Failed.class,
            failed -> {
              assertThat(failed.current()).isEqualTo(Version.parse("2"));
              assertThat(failed.migration().version()).isEqualTo(Version.parse("1"));
              assertThat(failed.steps()).isEmpty();
            });
    assertThat(done.kept()).isEmpty();
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(Version.parse("2"));
  }

  private DowngradeWithSnapshot downgraded(TrackFolder folder, Target target) throws SQLException {
    return DowngradeWithSnapshot.run(
        new SnapshotStore(temporary),
        folder.track(),
        target,
        new DowngradeTo.TheVersion(Version.NONE),
        new DowngradeLoss.Found(List.of(new LostRows.OfTable("notes", 1))),
        RowsProgress.SILENT,
        UnrecordedListener.SILENT);
  }

  /** The number of rows that a session could write until the table was dropped. */
  private static CompletableFuture<Long> written(String table) throws SQLException {
    Sql.run(db.admin(), "INSERT INTO " + table + " (body) VALUES ('first')");
    return CompletableFuture.supplyAsync(() -> writtenUntilDropped(table, 1));
  }

  private static long writtenUntilDropped(String table, long before) {
    long rows = before;
    try (Connection connection = db.admin().withSession("lock_timeout=60s").connect()) {
      while (true) {
        Query.execute(connection, "INSERT INTO " + table + " (body) VALUES ('more')");
        rows++;
      }
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42P01");
      return rows;
    }
  }

  private static Target upgraded(String schema, TrackFolder folder) throws SQLException {
    Target target = new Target(db.admin(), new SchemaName(schema));
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    return target;
  }
}
