package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;
import tools.jackson.databind.ObjectMapper;

class JournalCommandTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void tool() throws IOException, SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS workshop, dev CASCADE");
    }
    tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", "dev");
  }

  @Test
  void everyOperationThatChangedSomethingIsThereTheNewestFirst() throws IOException {
    assertThat(tool.run("journal").out()).isEqualTo("nothing was changed yet\n");
    tool.run("upgrade", "00", "--target", "3");
    tool.run("upgrade", "00", "--target", "3");
    tool.run("downgrade", "00", "--steps", "2");
    tool.run("downgrade", "00", "--target", "9");
    Files.writeString(tool.migration("V2__add_updated_at.sql"), "SELECT 1 / 0;");
    tool.run("upgrade", "00");
    tool.run("reset", "00", "--yes", "--to", "1");
    tool.run("restore", "00", "--at-its-version");

    assertThat(documents("journal", "00", "--json"))
        .extracting(
            d ->
                d.get("operation")
                    + " "
                    + d.get("from")
                    + " "
                    + d.get("to")
                    + " "
                    + d.get("outcome"))
        .containsExactly(
            "restore 1 1 done",
            "reset 1 1 done",
            "upgrade 1 1 failed",
            "downgrade 3 1 done",
            "upgrade 0 3 done");
    assertThat(documents("journal", "--json", "--limit", "3").getLast())
        .containsEntry("schema", "dev")
        .containsEntry("database", db.admin().database().value())
        .containsEntry("by", System.getProperty("user.name"))
        .hasEntrySatisfying("error", e -> assertThat((String) e).contains("V2__", "22012"));
    Tool.Run table = tool.run("journal", "00", "--limit", "3");
    assertThat(table.out().lines())
        .hasSize(4)
        .satisfiesExactly(
            header -> assertThat(header).startsWith("WHEN").endsWith("OUTCOME"),
            row -> assertThat(row).contains("restore", "00_personal_todo").endsWith("done"),
            row -> assertThat(row).contains("reset").endsWith("done"),
            row -> assertThat(row).contains("upgrade", "failed: V2__add_updated_at.sql: division"));
  }

  @Test
  void theToolsOwnSchemaIsNobodyElsesAndInNobodysWay() {
    tool.run("upgrade", "00");
    Tool.Run refused = tool.run("reset", "00", "--schema", "workshop", "--yes");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("\"workshop\" is the tool's own");
    assertThat(tool.run("verify", "00").out()).contains("12 of 12 passed");
    assertThat(tool.run("status").out()).doesNotContain("workshop ");
  }

  @Test
  void aJournalThatCannotBeWrittenIsSaidAndStopsNothing() throws SQLException {
    tool.run("upgrade", "00", "--target", "2");
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE workshop.operations");
    }
    Tool.Run upgraded = tool.run("upgrade", "00");
    assertThat(upgraded.exit()).isEqualTo(ExitCode.DONE);
    assertThat(upgraded.out()).endsWith("2 → 4\n");
    assertThat(upgraded.err()).startsWith("note: the journal could not be written");
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> documents(String... command) {
    Tool.Run run = tool.run(command);
    assertThat(run.err()).isEmpty();
    Map<String, Object> document = new ObjectMapper().readValue(run.out(), Map.class);
    return (List<Map<String, Object>>) document.getOrDefault("operations", List.of());
  }
}
