package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.RandomSeed;
import shareddb.testing.TestDatabase;

/**
 * The tool is killed at random moments, and no row is lost. A few times in every build; {@code
 * -Dworkshop.kills=50} for more.
 */
@Tag("long")
class KilledTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final int KILLS = Integer.getInteger("workshop.kills", 6);
  private static final int ROWS = 20_000;

  /** Whatever a session of a killed tool has open ends within this time. */
  private static final long ENDS_SECONDS = 30;

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("reset", "00", "--yes"),
          List.of("restore", "00", "mine"),
          List.of("snapshot", "00"),
          List.of("downgrade", "00", "--target", "1", "--yes"),
          List.of("upgrade", "00"));

  @TempDir Path root;

  @Test
  void noRowIsLostAndTheNextCommandWorks() throws Exception {
    Tool tool = Tool.in(root, db.admin());
    Random random = RandomSeed.random(KilledTest.class);
    tool.run("upgrade", "00");
    query(
        "INSERT INTO todos (title) SELECT 'todo ' || n FROM generate_series(1, " + ROWS + ") AS n");
    String titles = titles();
    tool.run("snapshot", "00", "--name", "mine");
    long whole = unkilled(tool);
    for (int i = 0; i < KILLS; i++) {
      List<String> command = COMMANDS.get(i % COMMANDS.size());
      if (command.contains("upgrade")) {
        tool.run("downgrade", "00", "--target", "1", "--yes");
      }
      long moment = (long) (whole * (0.3 + 0.7 * random.nextDouble()));
      killed(tool, command, moment);
      assertSound(tool, titles, command + " killed after " + moment + " ms");
    }
  }

  /** What is there is whole; where the rows are not in the schema, the newest snapshot has them. */
  private static void assertSound(Tool tool, String titles, String how) throws SQLException {
    awaitEndOfSession();
    // Where an upgrade was killed, versions are pending: that is told by 3.
    assertThat(tool.run("current", "00").exit()).as(how).isIn(ExitCode.DONE, ExitCode.DIFFERS);
    assertThat(tool.run("snapshots").exit()).as(how).isEqualTo(ExitCode.DONE);
    if (!titles().equals(titles)) {
      Tool.Run restored = tool.run("restore", "00");
      assertThat(restored.exit()).as(how + "\n" + restored.all()).isEqualTo(ExitCode.DONE);
    }
    Tool.Run upgraded = tool.run("upgrade", "00");
    assertThat(upgraded.exit()).as(how + "\n" + upgraded.all()).isEqualTo(ExitCode.DONE);
    assertThat(titles()).as(how).isEqualTo(titles);
  }

  private static long unkilled(Tool tool) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = tool.start(List.of("restore", "00", "mine"));
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static void killed(Tool tool, List<String> command, long millis)
      throws IOException, InterruptedException {
    Process process = tool.start(command);
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  private static void awaitEndOfSession() throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ENDS_SECONDS);
    String others =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
    while (!query(others).equals("0")) {
      assertThat(System.nanoTime()).as("a session outlives its tool").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static String titles() throws SQLException {
    return query(
        "SELECT CASE WHEN to_regclass('todos') IS NULL THEN 'none' ELSE query_to_xml("
            + "'SELECT count(*), sum(hashtextextended(id || title, 0)) FROM todos',"
            + " true, false, '')::text END");
  }

  private static String query(String sql) throws SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = \"00_personal_todo\"");
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        return result.next() ? String.valueOf(result.getString(1)) : "no row";
      }
    }
  }
}
