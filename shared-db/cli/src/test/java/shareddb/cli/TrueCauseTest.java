package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.cli.command.ExitCode;

/** A message names the true cause, and advises what can be done about it. */
@Tag("long")
class TrueCauseTest extends SchemaCase {

  @ParameterizedTest
  @CsvSource({
    "53100, disk is full, make room",
    "57014, was cancelled, raise the limit",
    "25P03, limit of the session's time, raise the limit",
    "25P04, limit of the session's time, raise the limit",
    "57P05, limit of the session's time, raise the limit",
    "53200, no memory, memory",
    "40001, another transaction, again"
  })
  void whatTheScriptIsNotToBlameFor(String state, String why, String next) throws IOException {
    fails("RAISE EXCEPTION 'as ordered' USING ERRCODE = '" + state + "'");
    isNotMended(tool.run("upgrade", "00"), why, next);
    isNotMended(tool.run("upgrade", "00", "--dry-run=execute"), why, next);
    isNotMended(tool.run("reset", "00", "--yes"), why, next);
  }

  @ParameterizedTest
  @CsvSource({
    "53100, disk is full, make room",
    "57014, was cancelled, raise the limit",
    "53200, no memory, memory",
    "40001, another transaction, again"
  })
  void whatAnUndoScriptIsNotToBlameFor(String state, String why, String next) throws IOException {
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    Files.writeString(tool.undo("U4__is_completed_not_null.sql"), failing(state));
    isNotMended(tool.run("downgrade", "00"), why, next);
  }

  private static void isNotMended(Tool.Run run, String why, String next) {
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).doesNotContain("mend").contains(why);
    assertThat(run.err().substring(run.err().indexOf("next:"))).contains(next);
  }

  @Test
  void aRealLimitOfAStatement() throws IOException {
    Files.writeString(
        tool.migration("V5__fails.sql"), "SET statement_timeout = '50ms';\nSELECT pg_sleep(20);\n");
    Tool.Run run = tool.run("upgrade", "00");
    assertThat(run.err())
        .contains("V5__fails.sql failed: the statement was cancelled", "statement_timeout")
        .contains("next:  see the limits:  ./db sql 00_personal_todo --schema " + schema)
        .doesNotContain("mend");
  }

  @Test
  void aScriptThatIsToBlameIsMended() throws IOException {
    fails("PERFORM 1/0");
    assertThat(tool.run("upgrade", "00").err()).contains("next:  mend ", "V5__fails.sql, then");
  }

  @Test
  void aSessionThatWasEndedIsNoServerToStart() throws IOException {
    Tool.Run sql =
        tool.run("sql", "00", "SELECT pg_terminate_backend(pg_backend_pid())", "--admin");
    assertThat(sql.exit()).isEqualTo(ExitCode.FAILED);
    fails("PERFORM pg_terminate_backend(pg_backend_pid())");
    for (Tool.Run run : new Tool.Run[] {tool.run("upgrade", "00"), tool.run("reset", "00", "-y")}) {
      assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err())
          .contains("the session was ended")
          .doesNotContain("mend", "start that server", "does not answer", "--debug");
    }
  }

  @Test
  void statusNeverAdvisesItself() throws IOException {
    Tool elsewhere = tool.with("POSTGRES_PORT", String.valueOf(freePort()));
    for (Tool one : new Tool[] {elsewhere, elsewhere.with("WORKSHOP_DB", "embedded")}) {
      assertThat(one.run("status").all()).contains("next:").doesNotContain("./db status");
    }
    for (String variable : new String[] {"POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB"}) {
      assertThat(tool.with(variable, "mistaken").run("status").err())
          .contains("next:")
          .doesNotContain("./db status");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "current",
        "history",
        "upgrade",
        "downgrade",
        "drift",
        "snapshot",
        "sql",
        "status"
      })
  void aServerOnAnotherPortThanTheSettingsSayIsNamed(String command) throws Exception {
    Path cluster = Path.of(query("SHOW data_directory")).getParent();
    Files.createDirectories(root.resolve("localdev/data"));
    Files.createSymbolicLink(root.resolve("localdev/data/embedded"), cluster);
    int port = freePort();
    Tool mistaken =
        tool.with("WORKSHOP_DB", "embedded").with("POSTGRES_PORT", String.valueOf(port));
    Tool.Run run =
        command.equals("status") ? mistaken.run(command) : mistaken.run(command, "00", "SELECT 1");
    if (!command.equals("sql") && !command.equals("status")) {
      run = mistaken.run(command, "00");
    }
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("127.0.0.1:" + db.admin().port(), "the settings say " + port)
        .contains("POSTGRES_PORT=" + db.admin().port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--dry-run", "--dry-run=execute"})
  void tablesWithoutAHistory(String option) throws Exception {
    query(
        "CREATE SCHEMA \""
            + schema
            + "\"; CREATE TABLE \""
            + schema
            + "\".made_by_hand (); SELECT 1");
    Tool.Run run = option.isEmpty() ? tool.run("upgrade", "00") : tool.run("upgrade", "00", option);
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("has no history", "made_by_hand", "nothing was changed")
        .contains("./db baseline 00_personal_todo --schema " + schema)
        .contains("./db upgrade 00_personal_todo --schema ANOTHER_NAME")
        .doesNotContainIgnoringCase("baseline()");
    assertThat(
            query(
                "SELECT count(*) FROM pg_class WHERE relnamespace = '\""
                    + schema
                    + "\"'::regnamespace"))
        .isEqualTo("1");
  }

  @Test
  void theNextCommandIsTypedAsItCanBeWhereOneStands() throws IOException {
    fails("PERFORM 1/0");
    Tool.Run inTheModule = tool.in("workshop/00_personal_todo").run("upgrade", "00");
    assertThat(inTheModule.err())
        .contains("next:  mend migrations/V5__fails.sql, then  ../../db upgrade 00_personal_todo")
        .doesNotContain(" ./db");
    assertThat(tool.in("workshop").run("status").out())
        .contains(" ../db upgrade 00_personal_todo --schema " + schema)
        .doesNotContain(" ./db");
    assertThat(tool.in("workshop").run("nonsense", "--json").out()).contains("\"../db     ");
    Tool outside = new Tool(root, Path.of("/"), tool.environment(), tool.streams());
    assertThat(outside.run("upgrade", "00").err())
        .contains("then  " + root + "/db upgrade 00_personal_todo");
    assertThat(tool.in("workshop").run("upgrade", "00", "--help").out())
        .contains("Usage: ../db upgrade");
  }

  private void fails(String statement) throws IOException {
    Files.writeString(tool.migration("V5__fails.sql"), "DO $$ BEGIN " + statement + "; END $$;\n");
  }

  private static String failing(String state) {
    return "DO $$ BEGIN RAISE EXCEPTION 'as ordered' USING ERRCODE = '" + state + "'; END $$;\n";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
