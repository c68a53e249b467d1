package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.tracktesting.MigratedDatabase;
import tools.jackson.databind.ObjectMapper;

class SqlCommandTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("00_personal_todo");

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void tool() throws IOException {
    tool = Tool.in(root, db.admin());
  }

  private Tool.Run sql(String statement, String... options) {
    List<String> all = new ArrayList<>(List.of("sql", "00", statement));
    all.addAll(List.of(options));
    return tool.run(all.toArray(String[]::new));
  }

  @Test
  void namesNeedNoPrefixAndNumbersStandToTheRight() {
    assertThat(sql("insert into todos (title) values ('one')").out()).isEqualTo("INSERT 1\n");
    assertThat(
            sql("select 7 as n, 'x' as t, null as nothing union all select 1000, 'yy', null").out())
        .isEqualTo(
            """
               n | t  | nothing
            -----+----+--------
               7 | x  | NULL
            1000 | yy | NULL
            (2 rows)
            """);
  }

  @Test
  void itIsTheRestrictedRoleUnlessTheAdministratorIsAskedFor() {
    Tool.Run refused = sql("drop table todos");
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains("must be owner of table todos", "42501")
        .contains("as the administrator:  ./db sql 00_personal_todo --admin")
        .contains("./db revision 00_personal_todo -m");
    assertThat(sql("select current_user").out()).contains("00_personal_todo_api");
    assertThat(sql("select current_user", "--admin").out()).contains(db.admin().user());
  }

  @Test
  void anErrorShowsThePlace() {
    assertThat(sql("select 'ä',\n  nonsense from todos").err())
        .contains(
            "column \"nonsense\" does not exist (SQLSTATE 42703)",
            "line 2:   nonsense from todos\n" + " ".repeat(7 + 8 + 2) + "^");
  }

  @Test
  void whatIsPipedStopsAtTheFirstError() {
    Tool.Run run =
        tool.runTyping(
            "select 1 as a; select 'x;\ny' as b;\nselect 1/0;\nselect 2 as c;\n", "sql", "00");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("a\n", "x;↵y").doesNotContain("c\n");
    assertThat(run.err()).contains("division by zero");
    Tool.Run last = tool.runTyping("\\dt\nselect 3 as d", "sql", "00");
    assertThat(last.out()).contains("todos", "d\n-\n3\n");
    assertThat(last.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  @SuppressWarnings("unchecked")
  void jsonKeepsTypes() {
    Tool.Run run =
        sql(
            "select 1 as i, 'NaN'::float8 as n, 1.50 as d, true as b, null as z,"
                + " '{\"k\": [1]}'::jsonb as j, 'ä\"' as t, 2 as i",
            "--json");
    List<Map<String, Object>> rows = new ObjectMapper().readValue(run.out(), List.class);
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst())
        .containsEntry("i", 1)
        .containsEntry("i_2", 2)
        .containsEntry("n", "NaN")
        .containsEntry("d", 1.5)
        .containsEntry("b", true)
        .containsEntry("z", null)
        .containsEntry("j", Map.of("k", List.of(1)))
        .containsEntry("t", "ä\"");
    assertThat(sql("select 1 where false", "--json").out()).isEqualTo("[]\n");
    assertThat(sql("nonsense", "--json").out()).startsWith("{\"error\":{\"message\":\"");
  }

  @Test
  void csvTellsNullFromEmpty() {
    assertThat(sql("select 'a,\"b' as \"x,y\", null as n, '' as e, 'l\n2' as l", "--csv").out())
        .isEqualTo("\"x,y\",n,e,l\r\n\"a,\"\"b\",,\"\",\"l\n2\"\r\n");
  }

  @Test
  void manyRowsComePieceByPiece() {
    Tool.Run run = sql("select i, repeat('x', 100) from generate_series(1, 20000) i", "--csv");
    assertThat(run.out().lines()).hasSize(20001);
    assertThat(sql("select i from generate_series(1, 2500) i").out()).endsWith("(2500 rows)\n");
  }

  @Test
  void whatCannotBeInATransactionRuns() {
    assertThat(sql("vacuum todos", "--admin").out()).isEqualTo("VACUUM\n");
  }

  @Test
  void tablesAndIndexesAreDescribed() {
    assertThat(sql("\\d todos").out())
        .contains("is_completed", "generated always as identity", "todos_pkey", "PRIMARY KEY (id)");
    assertThat(sql("\\d").out())
        .as("rows that are not counted yet")
        .doesNotContain("-1")
        .contains("todos");
    assertThat(sql("\\d todo").out())
        .isEqualTo("there is no table todo; \\d tells what there is\n");
    assertThat(sql("\\di").out()).contains("todos_pkey");
  }

  @Test
  void withoutASchemaItSaysWhatToType() {
    Tool.Run refused = tool.run("sql", "00", "select 1", "--schema", "nowhere");
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("./db upgrade 00_personal_todo --schema nowhere");
    Tool.Run admin = tool.run("sql", "00", "select 1", "--schema", "nowhere", "--admin");
    assertThat(admin.err()).contains("is not there", "./db upgrade");
  }
}
