package shareddb.base.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-server")
class SqlScriptTest {

  @Test
  void aTextIsCutAtEachSemicolon() {
    SqlScript script = SqlScript.of("select 1;\n;; -- nothing\nselect 2 ; select");
    assertThat(texts(script)).containsExactly("select 1", "select 2", "select");
    assertThat(script.ended()).hasSize(2);
    assertThat(script.rest()).isEqualTo(" select");
    assertThat(script.isWhole()).isFalse();
    assertThat(script.statements().get(1).line()).isEqualTo(3);
    assertThat(script.statements().get(1).source()).isEqualTo("select 2 ;");
    assertThat(SqlScript.of("select 1; -- done").isWhole()).isTrue();
    assertThat(SqlScript.of(" -- nothing").statements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'a;b'",
        "select 'it''s; one'",
        "select E'it\\'s; one'",
        "select E'a'\n  'b\\';'",
        "select e'\\\\' , ';'",
        "select 'standard\\' , 2",
        "select \"a;b\"",
        "select \"a\"\"b;\"",
        "select U&\"d\\0061;\" , U&'a;b'",
        "do $$ begin; end; $$",
        "do $body$ $$;$$ ; $body$",
        "select 1 -- not; yet\n+ 2",
        "select 1 -- not; yet\r+ 2",
        "select 1 /* not; /* in; here */ either; */ + 2",
        "select a$b, $1, c$d",
        "select a$b$c, d$b$e",
        "select $1, $2$$;$$",
        "select $ä$;$ä$",
        "select ä$b$ , c",
        "(select 1)",
        "create rule r as on insert to t do also (insert into a values (1); insert into b values"
            + " (2))",
        "create function f() returns int begin atomic select 1; select 2; end",
        "create function f() returns int begin atomic select case when true then 1 end; end",
        "create function f() returns t begin atomic select t.end as case from t; end",
      })
  void aSemicolonInsideOfAPartEndsNoStatement(String statement) {
    assertThat(texts(SqlScript.of(statement + ";select 2;")))
        .containsExactly(statement, "select 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'a;",
        "select \"a;",
        "do $$ begin;",
        "/* a;",
        "select 1 -- a;",
        "select (1;",
        "create function f() returns int begin atomic select 1;",
        "copy t from stdin;\n1;\n"
      })
  void whatIsNotClosedIsNotWhole(String statement) {
    SqlScript script = SqlScript.of(statement);
    assertThat(script.ended()).isEmpty();
    assertThat(script.isWhole()).isFalse();
  }

  @Test
  void aFlawNamesTheLineWhereItBegins() {
    assertThat(SqlScript.of("select 1;\nselect 'a;\n\n").flaw())
        .contains(new UnreadableSql(2, "a string that is not closed"));
    assertThat(SqlScript.of("\nselect (1;\n").flaw())
        .contains(new UnreadableSql(2, "a parenthesis that is not closed"));
    assertThat(SqlScript.of("copy t from stdin;\n1\n").flaw().orElseThrow().what())
        .contains("does not end with a line of  \\.");
    assertThat(SqlScript.of("copy t from stdin; select 1;\n1\n\\.\n").flaw().orElseThrow().what())
        .contains("on the same line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void theDataOfCopyIsNoSql(String end) {
    String text =
        String.join(
            end, "copy t (a, b) from STDIN with (null '');", "1\tit's; $$", "\\.", "select 2;", "");
    SqlScript script = SqlScript.of(text);
    assertThat(texts(script))
        .containsExactly("copy t (a, b) from STDIN with (null '')", "select 2");
    assertThat(script.statements().getFirst().data()).isEqualTo("1\tit's; $$" + end);
    assertThat(script.statements().getLast().line()).isEqualTo(4);
    assertThat(script.isWhole()).isTrue();
  }

  @Test
  void backslashesEscapeWhereAScriptSaysSo() {
    SqlScript script =
        SqlScript.of(
            "set standard_conforming_strings = off; select 'a\\';b';"
                + "set session standard_conforming_strings to 'on'; select 'c\\'; select 1");
    assertThat(texts(script)).contains("select 'a\\';b'", "select 'c\\'", "select 1");
    assertThat(texts(SqlScript.of("select 'a\\';b';", BackslashQuotes.WITH_BACKSLASHES)))
        .containsExactly("select 'a\\';b'");
  }

  @Test
  void semicolonsInTheBodyOfAFunctionEndNothing() {
    SqlScript script =
        SqlScript.of(
            """
            CREATE FUNCTION f() RETURNS int BEGIN ATOMIC
              SELECT 1; SELECT CASE WHEN true THEN 2 END;
            END;
            -- and
            SELECT ';'\
            """);
    assertThat(script.statements()).hasSize(2);
    assertThat(script.statements().getLast().line()).isEqualTo(5);
    assertThat(script.comments()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select 1                                     | IN_TRANSACTION
          (select 1) union select 2                    | IN_TRANSACTION
          create index i on t (concurrently_made)      | IN_TRANSACTION
          refresh materialized view concurrently v     | IN_TRANSACTION
          alter type mood add value 'calm'             | IN_TRANSACTION
          alter table t detach partition p             | IN_TRANSACTION
          savepoint a                                  | IN_TRANSACTION
          rollback work to savepoint a                 | IN_TRANSACTION
          create database_link ()                      | IN_TRANSACTION
          copy t from '/a/file'                        | IN_TRANSACTION
          create unique index concurrently on t (a)    | ALONE
          /* so */ Drop Index /* and */ Concurrently i  | ALONE
          reindex (verbose) schema s                   | ALONE
          reindex table concurrently t                 | ALONE
          vacuum (analyze) t                           | ALONE
          alter system set work_mem = '1MB'            | ALONE
          create database d                            | ALONE
          drop subscription s                          | ALONE
          alter table t detach partition p concurrently| ALONE
          begin                                        | TRANSACTION_CONTROL
          start transaction                            | TRANSACTION_CONTROL
          /* so */ commit                              | TRANSACTION_CONTROL
          rollback                                     | TRANSACTION_CONTROL
          rollback prepared 'a'                        | TRANSACTION_CONTROL
          copy t (a, "from") from stdin                | COPY_FROM_STDIN
          copy (select a from stdin) to stdout         | COPY_TO_STDOUT
          discard all                                  | SESSION_RESET
          discard temp                                 | IN_TRANSACTION
          \\connect other                              | PSQL_COMMAND
          """)
  void aStatementHasAKind(String statement, StatementKind kind) {
    assertThat(SqlScript.of(statement).statements().getFirst().kind()).isEqualTo(kind);
  }

  @Test
  void aPsqlCommandIsALine() {
    SqlScript script = SqlScript.of("\\restrict a;b'c\nselect 1;\n\\.\n");
    assertThat(texts(script)).containsExactly("\\restrict a;b'c", "select 1", "\\.");
    assertThat(script.isWhole()).isTrue();
  }

  @Test
  void aKeywordIsTakenOutWhereItIsOne() {
    assertThat(without("CREATE INDEX CONCURRENTLY a ON b (c); drop index concurrently a"))
        .isEqualTo("CREATE INDEX  a ON b (c); drop index  a");
    String script =
        """
        -- concurrently
        /* concurrently /* nested */ concurrently */
        SELECT 'concurrently', E'it\\'s concurrently', "concurrently", 'it''s concurrently';
        CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $a$ SELECT $$concurrently$$ $a$;
        SELECT $1, a$b$c, concurrently_made, 'unfinished concurrently
        """;
    assertThat(without(script)).isEqualTo(script);
  }

  @Test
  void aNameMayBeWrittenInUnicode() {
    SqlName name =
        SqlScript.of("U&\"d\\0061t\\+000061\".b")
            .statements()
            .getFirst()
            .reader()
            .name()
            .orElseThrow();
    assertThat(name.qualifier()).contains("data");
    assertThat(name.last()).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create table t ()                | false
          set local work_mem = '1MB'       | false
          create temp table t ()           | true
          create table pg_temp.t ()        | true
          insert into t select set_config('a', 'b', false) | true
          set role a                       | true
          select 1                         | true
          (select 1)                       | true
          """)
  void whatASessionKeepsIsKnown(String statement, boolean changes) {
    assertThat(SqlScript.of(statement).statements().getFirst().changesSession()).isEqualTo(changes);
  }

  private static String without(String script) {
    return SqlScript.of(script).without("concurrently");
  }

  private static List<String> texts(SqlScript script) {
    return script.statements().stream().map(SqlStatement::text).toList();
  }
}
