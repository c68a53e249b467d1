package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.cli.command.ExitCode;

/** Names, comments, rows and errors that would steer a terminal, in each family of commands. */
@Tag("long")
class ControlCharactersTest extends SchemaCase {

  /** Sets the window's title, rings, goes to the line's start, clears by a C1, turns the text. */
  private static final String EVIL = "x\u001B]0;owned\u0007\r\u009B2J\u202Ey";

  private static final String STEERING =
      "\\r"
          + "(?!\\n"
          + ")|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}]";

  @BeforeEach
  void evilSchema() {
    schema = schema + EVIL;
    tool = tool.with("WORKSHOP_SCHEMA", schema);
    assertHarmless(tool.run("upgrade", "00"), ExitCode.DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "current",
        "history",
        "history --json",
        "verify",
        "snapshot",
        "snapshots",
        "journal",
        "downgrade",
        "downgrade --dry-run=execute",
        "reset --yes",
        "current --json",
        "sql \\d",
        "sql \\dn"
      })
  void aSchemaOfSuchAName(String command) {
    List<String> words = List.of(command.split(" "));
    tool.run("snapshot", "00");
    List<String> typed = new ArrayList<>(words);
    typed.add(1, "00");
    Tool.Run run = tool.run(typed.toArray(String[]::new));
    assertThat(run.out()).isNotEmpty();
    assertHarmless(run);
  }

  @Test
  void statusListsIt() {
    assertHarmless(tool.run("status"), ExitCode.DIFFERS);
    assertHarmless(tool.run("status", "--json"), ExitCode.DIFFERS);
  }

  @Test
  void whatDriftFindsAndARevisionWrites() throws Exception {
    query("CREATE TABLE \"" + EVIL + "\" (\"" + EVIL + "\" int); SELECT 1");
    query("COMMENT ON TABLE \"" + EVIL + "\" IS '" + EVIL + "'; SELECT 1");
    assertHarmless(tool.run("drift", "00"), ExitCode.DIFFERS);
    assertHarmless(tool.run("drift", "00", "--json"), ExitCode.DIFFERS);
    assertHarmless(tool.run("revision", "00", "--autogenerate", "--dry-run", "-m", "more"));
    assertHarmless(tool.run("sql", "00", "\\d " + '"' + EVIL + '"'), ExitCode.DONE);
  }

  @Test
  void theErrorOfAMigration() throws IOException {
    String quoted = EVIL.replace("\r", "");
    Files.writeString(
        tool.migration("V5__evil.sql"),
        "DO $$ BEGIN RAISE EXCEPTION '"
            + quoted
            + "' USING DETAIL = '"
            + quoted
            + "', HINT = '"
            + quoted
            + "'; END $$;\n");
    assertHarmless(tool.run("upgrade", "00"), ExitCode.FAILED);
    assertHarmless(tool.interactive().run("upgrade", "00", "--dry-run"), ExitCode.DONE);
    assertHarmless(tool.run("upgrade", "00", "--dry-run=execute"), ExitCode.FAILED);
    assertHarmless(tool.interactive().run("upgrade", "00"), ExitCode.FAILED);
    assertHarmless(tool.run("upgrade", "00", "--debug"), ExitCode.FAILED);
    assertHarmless(tool.run("journal", "00"), ExitCode.DONE);
    assertHarmless(tool.run("lint", "00"));
  }

  @Test
  void theRowsOfAQueryInEachShape() {
    String query = "SELECT 'x' || chr(27) || '[2J' || chr(155) || chr(8238) || chr(127) AS a";
    for (Tool one : List.of(tool, tool.interactive())) {
      assertHarmless(one.run("sql", "00", query), ExitCode.DONE);
      assertHarmless(one.run("sql", "00", query, "--json"), ExitCode.DONE);
      assertHarmless(one.run("sql", "00", "SELECT to_json(a) FROM (" + query + ") AS q", "--json"));
    }
    assertHarmless(tool.interactive().run("sql", "00", query, "--csv"), ExitCode.DONE);
    assertThat(tool.run("sql", "00", query, "--csv").out())
        .as("a pipe gets the bytes")
        .contains("x\u001B[2J\u009B\u202E\u007F");
    assertHarmless(tool.run("sql", "00", "SELECT \"" + EVIL + "\""), ExitCode.FAILED);
  }

  @Test
  void whatIsTyped() {
    assertHarmless(tool.run(EVIL), ExitCode.USAGE);
    assertHarmless(tool.run("upgrade", EVIL), ExitCode.USAGE);
    assertHarmless(tool.run("upgrade", "00", "--" + EVIL), ExitCode.USAGE);
    assertHarmless(tool.run("tenants", "add", "03", EVIL));
    assertHarmless(tool.with("POSTGRES_PORT", EVIL).run("current", "00"), ExitCode.FAILED);
    assertHarmless(tool.with("POSTGRES_USER", EVIL).run("current", "00"), ExitCode.FAILED);
    assertHarmless(tool.with("POSTGRES_USER", EVIL).run("current", "00", "--debug"));
  }

  @Test
  void theNextCommandCanBeTypedForSuchAName() throws IOException {
    Files.writeString(tool.migration("V5__more.sql"), "SELECT 1;\n");
    assertThat(tool.run("status").out())
        .contains("--schema $'", "x\\u001b]0;owned\\u0007\\u000d\\u009b2J\\u202ey'");
  }

  @Test
  void theToolsOwnColoursStay() {
    assertThat(tool.interactive().run("nonsense").err()).startsWith("\u001B[31merror:\u001B[0m ");
  }

  private static void assertHarmless(Tool.Run run, ExitCode expected) {
    assertThat(run.exit()).as(run.all()).isEqualTo(expected);
    assertHarmless(run);
  }

  /** The tool's own colours, and the clearing of its own line of progress, are its own. */
  private static void assertHarmless(Tool.Run run) {
    String own = "\\x1B\\[(0|1|2|31|32)m|\\r\\x1B\\[K";
    assertThat(run.all()).isNotEmpty();
    assertThat(run.all().replaceAll(own, "").replaceAll(STEERING, "<STEERS>"))
        .doesNotContain("<STEERS>");
  }
}
