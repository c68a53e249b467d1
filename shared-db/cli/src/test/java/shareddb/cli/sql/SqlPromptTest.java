package shareddb.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.tracktesting.MigratedDatabase;

/** Keys go in, and what the terminal and the results show comes out. */
class SqlPromptTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("00_personal_todo");

  @TempDir Path folder;

  private final List<String> complaints = new ArrayList<>();
  private final ByteArrayOutputStream results = new ByteArrayOutputStream();
  private final ByteArrayOutputStream echo = new ByteArrayOutputStream();

  @Test
  void statementsOfSeveralLinesAndErrorsThatEndNothing() throws Exception {
    type("select 'a\n;' as\nx;\nselect oops;\nselect 2 as y; select 3 as z;\n\\q\n");
    assertThat(results()).contains("a↵;", "y\n", "z\n");
    assertThat(complaints).singleElement().asString().contains("\"oops\" does not exist", "^");
  }

  @Test
  void thePromptShowsTheTransaction() throws Exception {
    type("begin;\nselect oops;\nrollback;\n");
    assertThat(echo.toString(StandardCharsets.UTF_8))
        .containsSubsequence("todo> ", "todo*> ", "todo!> ", "todo> ");
  }

  @Test
  void theUsualWordsQuitAndHelp() throws Exception {
    for (String word : List.of("exit", "quit", "EXIT;")) {
      type(word + "\nselect 1 as after_it;\n");
    }
    assertThat(complaints).isEmpty();
    assertThat(results()).doesNotContain("after_it");
    type("help\nselect 2 as after_help;\n");
    assertThat(results()).contains("Ctrl-C", "after_help");
  }

  @Test
  void aStatementOfSeveralLinesShowsHowToGiveItUp() throws Exception {
    type("select\n1 as x;\n");
    assertThat(echo.toString(StandardCharsets.UTF_8)).contains("(Ctrl-C gives it up)");
  }

  @Test
  void aTabCompletesNames() throws Exception {
    type("select is_com\t from tod\t;\n");
    assertThat(complaints).isEmpty();
    assertThat(results()).contains("is_completed");
  }

  @Test
  void whatWasTypedIsRemembered() throws Exception {
    type("select 41 as remembered;\n");
    type("\u0010\n");
    assertThat(results().split("remembered", -1)).hasSize(3);
  }

  @Test
  void aStatementIsCancelledFromOutside() throws Exception {
    try (Connection connection = db.api().connect()) {
      SqlSession session = new SqlSession(connection);
      Thread canceller = Thread.ofPlatform().start(() -> cancelWhenRunning(session));
      assertThatThrownBy(
              () -> session.run(statement("select pg_sleep(60)"), ResultFormat.csv(screen())))
          .hasMessageContaining("canceling statement due to user request");
      canceller.join();
      session.run(statement("select 5 as still_alive"), ResultFormat.csv(screen()));
      assertThat(results()).contains("still_alive\r\n5\r\n");
    }
  }

  private static void cancelWhenRunning(SqlSession session) {
    try (Connection watcher = db.admin().connect();
        Statement statement = watcher.createStatement()) {
      String sleeping =
          "select from pg_stat_activity where query like '%pg_sleep(60)' and wait_event = 'PgSleep'"
              + " and datname = current_database()";
      long deadline = System.nanoTime() + 20_000_000_000L;
      while (!statement.executeQuery(sleeping).next() && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      session.cancel();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void type(String keys) throws IOException, SQLException {
    try (Connection connection = db.api().connect();
        Statement statement = connection.createStatement();
        Terminal terminal =
            TerminalBuilder.builder()
                .system(false)
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .streams(new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)), echo)
                .build()) {
      statement.execute("SET search_path = " + db.target().schema().quoted());
      ResultScreen screen = screen();
      SqlSession session = new SqlSession(connection);
      SqlConsole console =
          new SqlConsole(session, db.target().schema(), screen, ResultFormat.table(screen));
      SqlPrompt.run(
          console, db.target().schema(), ">", folder.resolve("history"), complaints::add, terminal);
    }
  }

  private ResultScreen screen() {
    return new ResultScreen(
        new PrintStream(results, false, StandardCharsets.UTF_8), true, 80, false, true);
  }

  private String results() {
    return results.toString(StandardCharsets.UTF_8);
  }

  private static SqlStatement statement(String sql) {
    return SqlScript.of(sql).statements().getFirst();
  }
}
