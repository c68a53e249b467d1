package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shareddb.cli.command.ExitCode;

/** One script is read in the same way by every command that runs it or looks at it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
class SameScriptEverywhereTest extends TenantsCase {

  private static final String PROJECT = "00_personal_todo";

  /** Scripts that are right; what is in the table "result" behind them. */
  enum Right {
    BODY_IN_STANDARD_SQL(
        "ends,plus",
        """
        CREATE TABLE result (v text);
        CREATE FUNCTION sign_of(a int) RETURNS text BEGIN ATOMIC
          INSERT INTO result VALUES ('ends');
          SELECT CASE WHEN a > 0 THEN 'plus' ELSE 'minus' END;
        END;
        INSERT INTO result SELECT sign_of(1);
        """),
    RULE_WITH_TWO_ACTIONS(
        "x,x2",
        """
        CREATE TABLE source (v text);
        CREATE TABLE result (v text);
        CREATE RULE doubled AS ON INSERT TO source DO ALSO
          (INSERT INTO result VALUES (NEW.v); INSERT INTO result VALUES (NEW.v || '2'));
        INSERT INTO source VALUES ('x');
        """),
    COPY_WITH_DATA(
        "a;b,it's,z",
        """
        CREATE TABLE result (v text);
        COPY result (v) FROM stdin;
        a;b
        it's
        \\.
        INSERT INTO result VALUES ('z');
        """),
    PARENTHESIS_AT_THE_BEGINNING(
        "one", "(SELECT 1) UNION (SELECT 2);\nCREATE TABLE result AS (SELECT 'one' AS v);\n"),
    NESTED_COMMENT(
        "one", "/* a ; /* b ; ' */ c ; $$ */\nCREATE TABLE result AS SELECT 'one' AS v; -- ';\n"),
    ESCAPES_IN_A_STRING(
        "it's; one", "CREATE TABLE result AS SELECT e'it\\'s; ' --;\n  'one' AS v;\nSELECT 1;\n"),
    NAME_IN_UNICODE("one", "CREATE TABLE U&\"r\\0065sult\" AS SELECT 'one' AS v;\nSELECT 1;\n"),
    DOLLAR_TAGS(
        "$1;$",
        """
        CREATE TABLE a$b$c (d$e$f text);
        DO $a$ BEGIN EXECUTE $$CREATE TABLE result AS SELECT '$1;$' AS v$$; END; $a$;
        SELECT d$e$f FROM a$b$c;
        """),
    BACKSLASH_AT_THE_END("a\\,b", "CREATE TABLE result AS SELECT 'a\\' AS v UNION SELECT 'b';\n"),
    BACKSLASHES_THAT_ESCAPE(
        "it's; one",
        """
        SET standard_conforming_strings = off;
        CREATE TABLE result AS SELECT 'it\\'s; one' AS v;
        SET standard_conforming_strings = on;
        """),
    BYTE_ORDER_MARK_AND_WINDOWS_LINE_ENDS(
        "a,b",
        """
        \uFEFFCREATE TABLE result (v text);\r
        COPY result FROM stdin;\r
        a\r
        \\.\r
        INSERT INTO result VALUES ('b');\r
        """),
    NO_SEMICOLON_AT_THE_END("one", "CREATE TABLE result AS SELECT 'one' AS v -- so;"),
    NO_STATEMENT("null", "/* nothing; at all */ ;\n-- and; nothing\n");

    private final String result;
    private final String sql;

    Right(String result, String sql) {
      this.result = result;
      this.sql = sql;
    }

    /** The same as an undo script. */
    private String again() {
      return sql.startsWith("\uFEFF") ? "\uFEFF" + drops() + sql.substring(1) : drops() + sql;
    }
  }

  /** Scripts that are refused before anything is run, and with which words. */
  enum Wrong {
    COPY_WITHOUT_AN_END("line 2: COPY", "SELECT 1;\nCOPY todos (title) FROM stdin;\na\nb\n"),
    STRING_WITHOUT_AN_END("line 2: a string", "SELECT 1;\nSELECT 'it's';\n"),
    PARENTHESIS_WITHOUT_AN_END("line 1: a parenthesis", "SELECT (1;\nSELECT 2;\n"),
    BODY_WITHOUT_AN_END(
        "line 1: BEGIN ATOMIC", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;\n"),
    END_OF_THE_TRANSACTION("line 2: COMMIT", "SELECT 1;\nCOMMIT;\nSELECT 2;\n"),
    RESET_OF_THE_SESSION("line 2: DISCARD ALL", "SELECT 1;\nDISCARD ALL;\n"),
    PSQL_COMMAND("line 1: \\connect other", "\\connect other\nSELECT 1;\n");

    private final String words;
    private final String sql;

    Wrong(String words, String sql) {
      this.words = words;
      this.sql = sql;
    }
  }

  @BeforeEach
  void nothingOfTheTestBefore() throws SQLException {
    execute("DROP SCHEMA IF EXISTS \"" + PROJECT + "\" CASCADE");
    execute("DROP SCHEMA IF EXISTS prompt CASCADE");
  }

  @ParameterizedTest
  @EnumSource
  void aRightScriptDoesTheSameInEveryCommand(Right script) throws Exception {
    upgradeAndDowngrade(script);
    tenants(script);
    prompt(script);
  }

  private void upgradeAndDowngrade(Right script) throws IOException, SQLException {
    done("upgrade", "00");
    project(script.sql, script.again());
    assertThat(tool.run("lint", "00").exit()).isNotEqualTo(ExitCode.FAILED);
    assertThat(tool.run("lint", "00").all()).doesNotContain("script-cannot-run");
    done("upgrade", "00", "--dry-run");
    done("upgrade", "00", "--dry-run=execute");
    assertThat(result(PROJECT)).isEqualTo("null");
    done("upgrade", "00");
    assertThat(result(PROJECT)).isEqualTo(script.result);
    done("drift", "00");
    assertThat(tool.run("verify", "00").out()).contains("✓ tables");
    done("downgrade", "00", "--dry-run=execute");
    done("downgrade", "00", "--yes");
    assertThat(result(PROJECT)).isEqualTo(script.result);
  }

  private void tenants(Right script) throws IOException, SQLException {
    tenants("one", "two");
    migration("9__snippet", script.sql, script.again());
    done("upgrade", "07/t", "--dry-run=execute");
    assertThat(result(schema("two"))).isEqualTo("null");
    done("tenants", "upgrade");
    assertThat(result(schema("one"))).isEqualTo(script.result);
    assertThat(result(schema("two"))).isEqualTo(script.result);
    done("tenants", "drift");
  }

  private void prompt(Right script) throws SQLException {
    String schema = "prompt";
    done("upgrade", "00", "--schema", schema, "--target", "4");
    Tool.Run piped = tool.runTyping(script.sql, "sql", "00", "--schema", schema, "--admin");
    assertThat(piped.exit()).as(piped.all()).isEqualTo(ExitCode.DONE);
    assertThat(result(schema)).isEqualTo(script.result);
    execute(drops("prompt"));
    done("sql", "00", script.sql, "--schema", schema, "--admin");
    assertThat(result(schema)).isEqualTo(script.result);
  }

  @ParameterizedTest
  @EnumSource
  void aWrongScriptIsRefusedByEveryCommandBeforeAnythingIsRun(Wrong script) throws Exception {
    done("upgrade", "00");
    project(script.sql, script.sql);
    assertThat(tool.run("lint", "00").out()).contains("script-cannot-run");
    refused(script, "upgrade", "00", "--dry-run");
    refused(script, "upgrade", "00", "--dry-run=execute");
    refused(script, "upgrade", "00");
    assertThat(tool.run("current", "00").out()).contains("is at 4 of 5");
    project("SELECT 1;", script.sql);
    done("upgrade", "00");
    refused(script, "downgrade", "00", "--dry-run=execute");
    refused(script, "downgrade", "00");
    assertThat(tool.run("current", "00").out()).contains("is at 5");

    tenants("one", "two");
    migration("9__snippet", script.sql, script.sql);
    refused(script, "upgrade", "07/t", "--dry-run=execute");
    refused(script, "tenants", "upgrade");
    assertThat(versions()).doesNotContain("9");
  }

  private void project(String up, String down) throws IOException {
    Files.writeString(tool.migration("V5__snippet.sql"), up);
    Files.writeString(tool.undo("U5__snippet.sql"), down);
  }

  private void done(String... arguments) {
    Tool.Run run = tool.run(arguments);
    assertThat(run.exit()).as(List.of(arguments) + "\n" + run.all()).isEqualTo(ExitCode.DONE);
  }

  private void refused(Wrong script, String... arguments) {
    Tool.Run run = tool.run(arguments);
    assertThat(run.exit()).as(List.of(arguments) + "\n" + run.all()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("nothing was changed", "__snippet.sql " + script.words);
  }

  private static String drops() {
    return """
    DROP TABLE IF EXISTS result, source, a$b$c CASCADE;
    DROP FUNCTION IF EXISTS sign_of;
    """;
  }

  private static String drops(String schema) {
    return "SET search_path = " + schema + "; " + drops();
  }

  /** What is in the table, in order; null where there is no table. */
  private static String result(String schema) throws SQLException {
    boolean there =
        rows("SELECT to_regclass('\"" + schema + "\".result') IS NOT NULL").equals(List.of("t"));
    return there
        ? rows("SELECT string_agg(v, ',' ORDER BY v COLLATE \"C\") FROM \"" + schema + "\".result")
            .getFirst()
        : "null";
  }
}
