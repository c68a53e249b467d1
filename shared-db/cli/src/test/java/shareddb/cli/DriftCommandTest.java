package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class DriftCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  @Test
  void everyDifferenceIsNamedWithItsReason() throws IOException, SQLException {
    Tool tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", "Drift \"er\"");
    tool.run("upgrade", "00");
    Tool.Run none = tool.run("drift", "00");
    assertThat(none.exit()).isEqualTo(ExitCode.DONE);
    assertThat(none.out()).contains("at 4: no drift, ", " objects compared");
    assertThat(tool.run("drift", "00", "--json").out())
        .contains("\"schema\":\"Drift \\\"er\\\"\"", "\"same\":true", "\"differences\":[]");

    run("ALTER TABLE \"Drift \"\"er\"\"\".todos ADD COLUMN priority int DEFAULT 3");
    run("ALTER TABLE \"Drift \"\"er\"\"\".todos ALTER COLUMN title TYPE text");
    run("DROP INDEX \"Drift \"\"er\"\"\".todos_in_use_idx");
    Tool.Run drift = tool.run("drift", "00");
    assertThat(drift.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(drift.out())
        .contains("4 differences")
        .containsPattern("  \\+ +column todos.priority +no migration makes it: integer DEFAULT 3")
        .containsPattern("  ~ +column todos.title +should be character varying\\(255\\).*is text")
        .containsPattern("  - +index todos_in_use_idx +is missing: CREATE INDEX");
    assertThat(drift.err()).contains("next:", "--schema 'Drift \"er\"'");

    Tool.Run json = tool.run("drift", "00", "--json");
    assertThat(json.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(json.err()).isEmpty();
    assertThat(json.out())
        .contains(
            "{\"kind\":\"column\",\"name\":\"todos.priority\",\"reason\":\"unexpected\","
                + "\"wanted\":null,\"found\":\"integer DEFAULT 3\"}",
            "\"reordered_tables\":[]");
    assertThat(tool.run("drift", "00", "--format", "json").out()).isEqualTo(json.out());

    Tool.Run sarif = tool.run("drift", "00", "--format", "sarif");
    assertThat(sarif.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(SarifSchema.errors(sarif.out())).isEmpty();
    assertThat(JsonMapper.shared().readTree(sarif.out()).findValuesAsString("ruleId"))
        .containsExactlyInAnyOrder("D01", "D02", "D03", "D03");
    assertThat(tool.run("drift", "00", "--format=github").out().lines())
        .hasSize(4)
        .contains(
            "::error file=workshop/00_personal_todo/migrations,line=1,title=D02 unexpected::"
                + "Drift \"er\": column todos.priority is made by no migration: integer DEFAULT 3"
                + "%0AInstead:%0A./db drift 00_personal_todo --schema 'Drift \"er\"'");
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
