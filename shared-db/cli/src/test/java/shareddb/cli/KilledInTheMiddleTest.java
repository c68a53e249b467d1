package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;

/** The tool is killed while it builds an index, which is no transaction. */
@Tag("long")
class KilledInTheMiddleTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  @Test
  void theNextCommandsSayWhatIsHalfDoneAndFinishIt() throws Exception {
    Tool tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", "dev");
    tool.run("upgrade", "00");
    write(
        tool.migration("V5__titles.sql"), "CREATE INDEX CONCURRENTLY titles ON dev.todos (title);");
    write(tool.undo("U5__titles.sql"), "DROP INDEX CONCURRENTLY IF EXISTS dev.titles;");
    killedWhileItBuilds(tool);

    Tool.Run current = tool.run("current", "00");
    assertThat(current.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(current.out()).contains("is at 4 of 5");
    assertThat(current.err())
        .contains("stopped half-way: V5__titles.sql", "with 0 statements done")
        .contains("./db upgrade 00_personal_todo --schema dev     (goes on with it)")
        .contains("./db downgrade 00_personal_todo --schema dev     (undoes it)");
    assertThat(tool.run("verify", "00").out())
        .contains("✗ indexes", "\"dev\".\"titles\" of table todos is invalid")
        .contains("--admin 'DROP INDEX CONCURRENTLY \"dev\".\"titles\"'");
    assertThat(tool.run("journal", "--limit", "1").out()).contains("4 → 5", "unfinished");

    Tool.Run finished = tool.run("upgrade", "00");
    assertThat(finished.exit()).as(finished.all()).isEqualTo(ExitCode.DONE);
    assertThat(finished.out()).endsWith("4 → 5\n");
    assertThat(finished.err())
        .contains("index \"dev\".\"titles\" of table todos is invalid")
        .contains("V5__titles.sql was stopped half-way, with 0 of 1 statement done; going on");
    assertThat(tool.run("verify", "00").out()).contains("✓ indexes");
    assertThat(tool.run("downgrade", "00").out())
        .contains("5 → 4\nkept what was there: 1 row of 1 table");
  }

  /** A transaction that has written keeps the build waiting until it is killed. */
  private static void killedWhileItBuilds(Tool tool)
      throws SQLException, IOException, InterruptedException {
    String sessions =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND ";
    try (Connection open = db.admin().connect();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute("INSERT INTO dev.todos (title) VALUES ('open')");
      Process process = tool.start(List.of("upgrade", "00", "--wait", "60"));
      await(sessions + "query LIKE 'CREATE INDEX CONC%' AND wait_event_type = 'Lock'", "1");
      process.destroyForcibly().waitFor();
      await(sessions + "backend_type = 'client backend' AND application_name = 'workshop'", "2");
      open.commit();
    }
  }

  private static void await(String sql, String wanted) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!query(sql).equals(wanted)) {
      assertThat(System.nanoTime()).as(sql).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static String query(String sql) throws SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "no row";
    }
  }

  private static void write(Path file, String sql) throws IOException {
    Files.writeString(file, sql);
  }
}
