package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.JsonObject;
import shareddb.testing.TestDatabase;
import tools.jackson.databind.ObjectMapper;

/** What programs read: each document is parsed by a library that knows nothing of the writer. */
@Tag("no-server")
class JsonTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  private Tool tool;
  private String schema;

  @BeforeEach
  void tool(TestInfo test) throws IOException {
    schema = "json \"" + test.getDisplayName().replaceAll("\\W", "") + "\" ä";
    tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", schema);
  }

  @Test
  void everyCharacterSurvives() {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0x3000; c++) {
      all.append(c);
    }
    String text = all.append("\uD83D\uDE00").toString();
    String document = new JsonObject().put(text, text).toString();
    assertThat(read(document)).containsExactly(Map.entry(text, text));
    assertThat(JsonObject.ascii(document)).isASCII();
    assertThat(read(JsonObject.ascii(document))).containsExactly(Map.entry(text, text));
  }

  @Test
  void upDownAndReset() {
    assertThat(only(tool.run("upgrade", "00", "--json")))
        .containsEntry("track", "00_personal_todo")
        .containsEntry("schema", schema)
        .containsEntry("from", "0")
        .containsEntry("to", "4")
        .hasEntrySatisfying("steps", steps -> assertThat((List<?>) steps).hasSize(4));
    assertThat(only(tool.run("upgrade", "00", "--json")))
        .containsEntry("from", "4")
        .containsEntry("steps", List.of());
    assertThat(only(tool.run("downgrade", "00", "--json")))
        .containsEntry("from", "4")
        .containsEntry("to", "3");
    assertThat(only(tool.run("reset", "00", "--yes", "--json")))
        .containsEntry("to", "4")
        .containsEntry("dropped", true);
  }

  @Test
  void currentNamesWhatIsPendingAndWhatIsWrong() throws IOException {
    tool.run("upgrade", "00", "--target", "3");
    Tool.Run behind = tool.run("current", "00", "--json", "--check");
    assertThat(behind.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(only(behind))
        .containsEntry("current", "3")
        .containsEntry("newest", "4")
        .containsEntry("problems", List.of())
        .containsEntry(
            "pending",
            List.of(
                Map.of(
                    "version", "4",
                    "description", "is completed not null",
                    "script", "V4__is_completed_not_null.sql")));
    Path edited = tool.migration("V2__add_updated_at.sql");
    Files.writeString(edited, Files.readString(edited) + "\n-- edited\n");
    Tool.Run wrong = tool.run("current", "00", "--json");
    assertThat(wrong.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(list(only(wrong), "problems"))
        .singleElement()
        .satisfies(problem -> assertThat(problem).containsEntry("kind", "edited"));
  }

  @Test
  void historyHasEveryRow() {
    tool.run("upgrade", "00", "--target", "2");
    tool.run("downgrade", "00");
    assertThat(list(only(tool.run("history", "00", "--json")), "rows"))
        .extracting(row -> row.get("version") + " " + row.get("state"))
        .containsExactly("1 applied", "2 undone_later", "2 undo");
  }

  @Test
  void verifyHasEveryCheck() {
    Tool.Run run = tool.run("verify", "00", "--json");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(only(run)).containsEntry("passed", false);
    assertThat(list(only(run), "tracks"))
        .singleElement()
        .satisfies(
            track ->
                assertThat(list(track, "checks"))
                    .extracting(check -> check.get("outcome"))
                    .contains("ok", "failed", "not_run"));
  }

  @Test
  void anErrorIsADocumentTooWithTheStepsThatStand() throws IOException {
    Files.writeString(tool.migration("V3__add_deleted_at.sql"), "SELECT nonsense;\n");
    Tool.Run failed = tool.run("upgrade", "00", "--json");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(list(only(failed), "steps")).hasSize(2);
    assertThat(only(failed).get("error"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("exit_code", 1)
        .hasEntrySatisfying("message", m -> assertThat((String) m).contains("42703"));
    Tool.Run usage = tool.run("upgrade", "09_nothing", "--json", "--sideways");
    assertThat(usage.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(only(usage)).containsKey("error");
  }

  @Test
  void aLocaleWithoutUnicodeGetsNumbersForCharacters() {
    Tool.Run run = tool.with("LANG", "C").run("current", "00", "--json");
    assertThat(run.out()).isASCII();
    assertThat(only(run)).containsEntry("schema", schema);
  }

  /** The one document on standard output; nothing on the other stream. */
  private static Map<String, Object> only(Tool.Run run) {
    assertThat(run.err()).isEmpty();
    return read(run.out());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String document) {
    return new ObjectMapper().readValue(document, Map.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> document, String key) {
    return (List<Map<String, Object>>) Objects.requireNonNull(document.get(key), key);
  }
}
