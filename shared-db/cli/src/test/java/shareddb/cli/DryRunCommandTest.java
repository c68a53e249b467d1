package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.cli.command.ExitCode;
import shareddb.migrate.lock.HistoryLock;
import shareddb.testing.TestDatabase;
import tools.jackson.databind.ObjectMapper;

class DryRunCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  private Tool tool;
  private String schema;

  @BeforeEach
  void tool(TestInfo test) throws IOException {
    schema = "dry_" + test.getDisplayName().replaceAll("\\W", "");
    tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", schema);
  }

  @Test
  void whatIsPrintedRunsInAPromptAndMakesWhatTheUpgradeMakes() {
    Tool.Run printed = tool.run("upgrade", "00", "--dry-run");
    assertThat(printed.exit()).isEqualTo(ExitCode.DONE);
    assertThat(printed.out())
        .startsWith("-- \"" + schema + "\": 0 to 4\n")
        .contains("-- what ./db upgrade 00_personal_todo --schema " + schema + " --target 4 would")
        .contains("nothing was changed", "CREATE ROLE \"" + schema + "_api\"")
        .contains("-- workshop/00_personal_todo/migrations/V2__add_updated_at.sql\nBEGIN;\n")
        .contains("INSERT INTO \"" + schema + "\".\"flyway_schema_history\"")
        .doesNotContain("${", "PASSWORD");
    assertThat(tool.run("current", "00").out()).contains("is at 0 of 4");

    tool.run("upgrade", "00", "--schema", "neighbour");
    Tool.Run byHand = tool.runTyping(printed.out(), "sql", "00", "--admin", "-s", "neighbour");
    assertThat(byHand.exit()).as(byHand.all()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("upgrade", "00").out()).contains("is at 4: nothing is pending");
    assertThat(tool.run("drift", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("upgrade", "--dry-run", "00").out()).contains("nothing is pending");
  }

  @Test
  void executedItTellsWhatWouldChangeAndChangesNothing() {
    tool.run("upgrade", "00", "--target", "2");
    Tool.Run up = tool.run("upgrade", "00", "--dry-run=execute");
    assertThat(up.exit()).as(up.all()).isEqualTo(ExitCode.DONE);
    assertThat(up.out())
        .contains("✓ 3  add deleted at", "\"" + schema + "\": 2 → 4 would change")
        .contains("+  column todos.deleted_at")
        .endsWith("all of it was taken back\n");
    assertThat(tool.run("downgrade", "00", "--dry-run=execute").out())
        .contains("-  column todos.updated_at");
    assertThat(tool.run("reset", "00", "--to", "1", "--dry-run=execute").out())
        .contains("2 → 1 would change", "-  column todos.updated_at");
    assertThat(tool.run("current", "00").out()).contains("is at 2 of 4");
    assertThat(document("journal", "00", "--json").toString()).doesNotContain("dry run");
  }

  @Test
  void itPlansOnceItHasTheLock() throws SQLException {
    tool.run("upgrade", "00", "--target", "2");
    String pending = tool.run("upgrade", "00", "--dry-run").out();
    long lock = HistoryLock.key(new Target(db.admin(), new SchemaName(schema)));
    try (Connection other = db.admin().connect()) {
      Query.execute(other, "SELECT pg_advisory_lock(" + lock + ")");
      CompletableFuture<Tool.Run> waiting =
          CompletableFuture.supplyAsync(() -> tool.run("upgrade", "00", "--dry-run=execute"));
      awaitAttempt(other);
      Query.execute(other, pending);
      Query.execute(other, "SELECT pg_advisory_unlock(" + lock + ")");

      Tool.Run run = waiting.join();
      assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
      assertThat(run.out()).contains("is at 4: nothing is pending");
    }
  }

  /** Until another session has asked for a history's lock in vain. */
  private static void awaitAttempt(Connection connection) throws SQLException {
    String sql =
        """
        SELECT EXISTS (SELECT FROM pg_catalog.pg_stat_activity
                       WHERE pid <> pg_backend_pid() AND datname = current_database()
                         AND query LIKE '%pg_try_advisory_lock%')
        """;
    long deadline = System.nanoTime() + Duration.ofSeconds(9).toNanos();
    while (!Query.of(connection, sql).isTrue()) {
      assertThat(System.nanoTime()).as("the dry run asks for the lock").isLessThan(deadline);
    }
  }

  @Test
  void whatCannotBeTakenBackIsSaidAndNotRun() throws IOException {
    Files.writeString(
        tool.migration("V5__titles.sql"),
        "CREATE INDEX CONCURRENTLY titles ON \"${flyway:defaultSchema}\".todos (title)");
    tool.run("upgrade", "00", "--target", "4");
    Tool.Run refused = tool.run("upgrade", "00", "--dry-run=execute");
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains("cannot be tried", "migrations/V5__titles.sql", "nothing was run")
        .contains("./db upgrade 00_personal_todo --schema " + schema + " --dry-run");
    assertThat(tool.run("upgrade", "00", "--dry-run").out())
        .contains("V5__titles.sql, not in a transaction\nSET search_path")
        .contains(".todos (title)\n;\nINSERT INTO");
  }

  @Test
  void programsReadItToo() {
    Map<String, Object> printed = document("upgrade", "00", "--dry-run", "--json");
    assertThat(printed).containsEntry("from", "0").containsEntry("to", "4");
    assertThat((List<?>) printed.get("scripts")).hasSize(6);
    tool.run("upgrade", "00");
    assertThat(document("downgrade", "00", "--dry-run=execute", "--json"))
        .containsEntry("dry_run", "execute")
        .hasEntrySatisfying("changes", changes -> assertThat((List<?>) changes).isNotEmpty());
    Tool.Run wrong = tool.run("upgrade", "00", "--dry-run=maybe");
    assertThat(wrong.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("--dry-run is print or execute, not maybe");
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> document(String... command) {
    Tool.Run run = tool.run(command);
    assertThat(run.err()).isEmpty();
    return new ObjectMapper().readValue(run.out(), Map.class);
  }
}
