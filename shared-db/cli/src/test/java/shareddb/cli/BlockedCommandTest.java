package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.cli.command.ExitCode;
import shareddb.migrate.lock.HistoryLock;
import shareddb.testing.TestDatabase;

class BlockedCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void tool() throws IOException {
    tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", "dev");
    tool.run("upgrade", "00");
    tool.run("downgrade", "00", "--target", "3");
  }

  @Test
  void whoHoldsALockIsNamedWithWhatEndsIt() throws SQLException {
    try (Connection forgotten = db.admin().connect();
        Statement statement = forgotten.createStatement()) {
      forgotten.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM dev.todos");
      int pid = forgotten.unwrap(PGConnection.class).getBackendPID();
      for (List<String> command :
          List.of(
              List.of("upgrade", "00", "--wait", "1"),
              List.of("downgrade", "00", "--wait", "1"),
              List.of("reset", "00", "--yes", "--wait", "1"))) {
        Tool.Run run = tool.interactive().run(command.toArray(String[]::new));
        assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
            .contains("waiting: workshop of user ", "(session " + pid + ") holds a lock")
            .contains("idle in transaction", "its query: SELECT count(*) FROM dev.todos")
            .contains(
                "./db sql 00_personal_todo --schema dev --admin"
                    + " \"SELECT pg_terminate_backend("
                    + pid
                    + ")\"");
      }
      assertThat(tool.run("current", "00").out()).contains("is at 3 of 4");
      Tool.Run ended =
          tool.run("sql", "00", "--admin", "SELECT pg_terminate_backend(" + pid + ", 5000)");
      assertThat(ended.exit()).isEqualTo(ExitCode.DONE);
      assertThat(tool.run("upgrade", "00", "--wait", "1").exit()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void whoWorksOnTheSchemaIsNamed() throws SQLException {
    try (Connection other = db.admin().connect()) {
      HistoryLock.take(other, new Target(db.admin(), new SchemaName("dev")));
      Tool.Run run = tool.interactive().run("upgrade", "00", "--wait", "1");
      assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err())
          .contains("works on it ...", "another session works on \"dev\": workshop of user ")
          .contains("nothing was changed", "./db upgrade 00_personal_todo --schema dev");
    }
  }
}
