package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.cli.command.ExitCode;
import shareddb.schema.lint.reading.RuleName;
import shareddb.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No server is asked. */
class LintCommandTest {

  private static final Login NOBODY =
      new Login(
          "127.0.0.1", 1, new DatabaseName("none"), "admin", new Secret("a password"), Map.of());

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void aCheckout() throws IOException {
    tool = Tool.in(root, NOBODY);
  }

  @Test
  void everyTrackOfThisCheckoutIsClean() {
    Tool.Run run =
        new Tool(TestDatabase.checkout(), tool.environment(), tool.streams()).run("lint");
    assertThat(run.out()).contains("✓ 00_personal_todo: nothing found").doesNotContain("✗");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aFindingHasItsPlaceItsReasonAndTheSafeWay() throws IOException {
    writeRename();
    Tool.Run run = tool.run("lint", "00");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.out())
        .contains(
            "workshop/00_personal_todo/migrations/V5__rename.sql:2  rename-breaks-code (L14,"
                + " warning)")
        .contains("  instead:  ALTER TABLE")
        .contains("✗ 00_personal_todo: 2 findings in 9 files, 5 allowed");
    assertThat(run.err()).contains("next:  mend", "-- lint: allow RULE (why)");
  }

  @Test
  void asJson() throws IOException {
    writeRename();
    Tool.Run run = tool.run("lint", "--json");
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(json.get("clean").asBoolean()).isFalse();
    JsonNode track = json.get("tracks").get(0);
    assertThat(track.get("findings").get(0).get("rule").asString()).isEqualTo("missing-undo");
    assertThat(track.get("findings").get(1).get("line").asInt()).isEqualTo(2);
    assertThat(track.get("allowed").size()).isEqualTo(5);
  }

  @Test
  void asSarif() throws IOException {
    writeRename();
    Tool.Run run = tool.run("lint", "--format", "sarif");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(SarifSchema.errors(run.out())).isEmpty();
    assertThat(SarifSchema.errors(run.out().replace("\"2.1.0\"", "\"9\""))).isNotEmpty();

    JsonNode document = JsonMapper.shared().readTree(run.out()).get("runs").get(0);
    JsonNode result = document.get("results").get(1);
    assertThat(result.get("ruleId").asString()).isEqualTo("L14");
    assertThat(result.get("level").asString()).isEqualTo("warning");
    assertThat(result.get("message").get("text").asString()).contains("todos.title", "Instead:");
    assertThat(result.get("properties").get("advice").asString()).startsWith("ALTER TABLE");
    JsonNode file = result.get("locations").get(0).get("physicalLocation");
    assertThat(file.get("artifactLocation").get("uri").asString())
        .isEqualTo("workshop/00_personal_todo/migrations/V5__rename.sql");
    assertThat(file.get("region").get("startLine").asInt()).isEqualTo(2);
    JsonNode rules = document.get("tool").get("driver").get("rules");
    assertThat(rules.get(result.get("ruleIndex").asInt()).get("id").asString()).isEqualTo("L14");
    assertThat(rules.size()).isEqualTo(RuleName.values().length);
  }

  @Test
  void asCommandsOfGithub() throws IOException {
    writeRename();
    Tool.Run run = tool.run("lint", "--format", "github");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("::warning file="));
    assertThat(run.out())
        .contains(
            "::warning file=workshop/00_personal_todo/migrations/V5__rename.sql,line=2,"
                + "title=L14 rename-breaks-code::code that runs")
        .contains("%0AInstead:%0AALTER TABLE");
  }

  @Test
  void anotherFormatIsRefused() {
    assertThat(tool.run("lint", "--format", "xml").err())
        .contains("\"xml\" is not text, json, sarif or github");
  }

  @Test
  void theTracksFileSwitchesARuleOffAndNamesThePostgres() throws IOException {
    writeRename();
    Files.writeString(
        tool.migration("lint.properties"),
        "L25 = off: few rows\nL14 = off: one user\nmissing-undo = note: by hand\n");
    Tool.Run run = tool.run("lint", "00");
    assertThat(run.out())
        .contains("missing-undo (L03, note)")
        .contains("✓ 00_personal_todo: 1 finding in 9 files, 6 allowed");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);

    assertThat(tool.run("lint", "00", "--postgres", "12").err()).contains("15, 16, 17 or 18");
  }

  private void writeRename() throws IOException {
    Files.writeString(
        tool.migration("V5__rename.sql"),
        "ALTER TABLE \"${flyway:defaultSchema}\".todos\n  RENAME title TO name;\n");
  }
}
