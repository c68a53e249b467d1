package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

final class DowngradeTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");
  private static final DowngradeTo NOTHING = new DowngradeTo.TheVersion(Version.NONE);
  private static final DowngradeTo ONE_STEP = new DowngradeTo.Steps(1);

  @TempDir private Path temporary;

  @Test
  void versionsAreUndoneNewestFirstAndTheHistoryKeepsTheTrace() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = upgraded("undone", folder);

    assertThat(Downgrade.run(folder.track(), target, NOTHING))
        .isInstanceOfSatisfying(
            DowngradeResult.Downgraded.class,
            down -> {
              assertThat(down.from()).isEqualTo(TWO);
              assertThat(down.to()).isEqualTo(Version.NONE);
              assertThat(down.steps())
                  .extracting(step -> step.version().orElseThrow())
                  .containsExactly(TWO, ONE);
            });
    assertThat(History.of(target).rows())
        .extracting(HistoryRow::type)
        .containsExactly("SCHEMA", "SQL", "SQL", "DELETE", "DELETE");
    assertThat(Downgrade.run(folder.track(), target, ONE_STEP))
        .isEqualTo(new DowngradeResult.NothingToUndo(Version.NONE));
  }

  @Test
  void flywayFindsAnUndoneVersionPendingAndAppliesItAgain() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = upgraded("pending_again", folder);
    Downgrade.run(folder.track(), target, ONE_STEP);

    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(ONE);
    assertThat(
            FlywaySetup.on(db.connect(), folder.track(), target, TWO).migrate().migrationsExecuted)
        .isOne();
    FlywaySetup.on(db.connect(), folder.track(), target, TWO).validate();
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(TWO);
  }

  @Test
  void anUndoScriptThatFailsLeavesItsVersionWhole() throws SQLException {
    TrackFolder folder =
        TrackFolder.withTwoVersions(temporary)
            .undo(
                "1__notes",
                """
                DROP TABLE "${flyway:defaultSchema}".notes;
                SELECT nonsense;
                """);
    Target target = upgraded("undo_fails", folder);
    Sql.run(db.admin(), "INSERT INTO undo_fails.notes (body) VALUES ('kept')");

    assertThat(Downgrade.run(folder.track(), target, NOTHING))
        .isInstanceOfSatisfying(
            DowngradeResult.Failed.class,
            failed -> {
              assertThat(failed.current()).isEqualTo(ONE);
              assertThat(failed.migration().version()).isEqualTo(ONE);
              assertThat(failed.steps())
                  .extracting(step -> step.version().orElseThrow())
                  .containsExactly(TWO);
              assertThat(failed.error().sqlState()).isEqualTo("42703");
            });
    assertThat(Sql.text(db.admin(), "SELECT body FROM undo_fails.notes")).isEqualTo("kept");
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(ONE);
  }

  @Test
  void withoutAnUndoScriptNothingIsTouched() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary).delete("undo/U1__notes.sql");
    Target target = upgraded("no_undo", folder);

    assertThat(Downgrade.run(folder.track(), target, NOTHING))
        .isInstanceOfSatisfying(
            DowngradeResult.NoUndoScript.class,
            none ->
                assertThat(none.missing())
                    .extracting(m -> m.undoScript())
                    .containsExactly("U1__notes.sql"));
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(TWO);
  }

  @Test
  void anUnknownVersionAndAnEditedFileAreRefused() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = upgraded("refused", folder);
    Version nine = Version.parse("9");

    assertThat(Downgrade.run(folder.track(), target, new DowngradeTo.TheVersion(nine)))
        .isEqualTo(new DowngradeResult.UnknownVersion(nine, List.of(ONE, TWO)));
    folder.up("1__notes", "SELECT 'edited';");
    assertThat(Downgrade.run(folder.track(), target, ONE_STEP))
        .isInstanceOf(DowngradeResult.Refused.class);
  }

  @Test
  void whileSomebodyElseMigratesItSaysWho() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = upgraded("busy", folder);
    try (Connection other = db.connect()) {
      assertThat(HistoryLock.take(other, target)).isEmpty();

      Impatient caller = new Impatient();
      assertThat(Downgrade.run(folder.track(), target, ONE_STEP, caller))
          .isInstanceOfSatisfying(
              DowngradeResult.Busy.class,
              busy -> {
                assertThat(busy.holder().pid()).isEqualTo(pid(other));
                assertThat(busy.holder().application()).isEqualTo("workshop");
              });
      assertThat(caller.holders).extracting(Blocker::pid).containsExactly(pid(other));
      assertThat(caller.begun).isEmpty();
    }
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(TWO);
  }

  private static int pid(Connection connection) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Target upgraded(String schema, TrackFolder folder) throws SQLException {
    Target target = new Target(db.admin(), new SchemaName(schema));
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    return target;
  }
}
