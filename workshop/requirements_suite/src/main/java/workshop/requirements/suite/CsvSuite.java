package workshop.requirements.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import tools.jackson.databind.JsonNode;

/** Import and export of requirements as CSV. */
public abstract class CsvSuite {

  private final Stage stage;

  protected CsvSuite(Stage stage) {
    this.stage = stage;
  }

  @Test
  void badLinesAreReportedAndDoNotStopGoodOnes() {
    Place place = stage.newPlace();
    place.addGroup("Users");

    Answer report =
        place.send(
            """
            title,status,priority,group,text
            Login,done,high,Users,"By email,
            or by ""name\"""
             ,draft,,,
            Logout,open,urgent,,
            Short,draft
            Homeless,,,Nobody,
            Last,,,,
            """);

    assertThat(report.expect(200).json().get("imported").asInt()).isEqualTo(2);
    assertThat(report.json().get("rejected").asInt()).isEqualTo(4);
    assertThat(report.text("first_key")).isEqualTo("REQ-1");
    assertThat(problems(report))
        .containsExactly(
            "4: title must not be blank",
            "5: status must be one of draft, approved, done, rejected;"
                + " priority must be one of low, medium, high",
            "6: has 2 cells, and the first line names 5",
            "7: group names \"Nobody\", which is no group here");
    JsonNode login = place.viewer().get("/requirements/REQ-1").json();
    assertThat(login.get("text").asString()).isEqualTo("By email,\nor by \"name\"");
    assertThat(login.get("group").asString()).isEqualTo("Users");
    assertThat(place.titles("")).containsExactly("Login", "Last");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                  | there is none",
        "text,status\\na,b   | title is missing",
        "title,colour\\na,b  | \"colour\" is unknown",
        "title,title\\na,b   | title is there twice",
        "\"title\\na         | cannot be read as CSV",
      })
  void theFirstLineMustNameTheColumns(String csv, String says) {
    Place place = stage.newPlace();

    place.send(csv.replace("\\n", "\n")).expectProblem(400, "bad-request", says);
  }

  @Test
  void whereAQuoteIsNotClosedWhatIsBehindItIsReported() {
    Place place = stage.newPlace();

    Answer report = place.send("title\nGood\n\"never closed\nLost\n").expect(200);

    assertThat(report.json().get("imported").asInt()).isEqualTo(1);
    assertThat(problems(report).getFirst()).startsWith("3: cannot be read as CSV");
  }

  @Test
  void whatIsExportedCanBeImportedElsewhere() {
    Place one = stage.newPlace();
    Place other = stage.newPlace();
    one.addGroup("Users");
    other.addGroup("Users");
    one.add(Map.of("title", "Comma, \"quote\"\nand ü 🚀", "group", "Users", "status", "done"));
    one.add(Map.of("title", "= 1 + 1", "text", "line\r\nbreak"));

    Answer exported = one.viewer().get("/requirements.csv").expect(200);
    assertThat(exported.header("Content-Type")).isEqualTo("text/csv");
    assertThat(exported.body())
        .startsWith("key,title,text,status,priority,group,created_at,updated_at\r\nREQ-1,");
    other.send("\ufeff" + exported.body()).expect(200);

    assertThat(other.titles("")).isEqualTo(one.titles(""));
    assertThat(other.keys("?group=Users&status=done")).containsExactly("REQ-1");
    assertThat(other.viewer().get("/requirements/REQ-2").text("text")).isEqualTo("line\r\nbreak");
    assertThat(one.viewer().get("/requirements.csv?status=done").body().lines()).hasSize(3);
  }

  @Test
  void anExportForSpreadsheetsHasNoFormulas() {
    Place place = stage.newPlace();
    List.of("=1+1", "+a", "-b", "@c", "\td", "plain =", "'quoted").forEach(place::add);

    Answer exact = place.viewer().get("/requirements.csv").expect(200);
    Answer safe = place.viewer().get("/requirements.csv?format=spreadsheet").expect(200);

    assertThat(titles(exact))
        .containsExactly("=1+1", "+a", "-b", "@c", "\td", "plain =", "'quoted");
    assertThat(titles(safe))
        .containsExactly("'=1+1", "'+a", "'-b", "'@c", "'\td", "plain =", "'quoted");
    assertThat(safe.body()).as("with a byte order mark").startsWith("\ufeffkey,title");
    assertThat(safe.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"requirements.csv\"");
  }

  /** These are white space to Unicode and to Postgres, and none to {@code String.isBlank}. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u0085", "\u2007", "\u202f", "\u00a0 \u2007"})
  void aBlankTitleLosesOneLineAndNotTheFile(String blank) {
    Place place = stage.newPlace();

    Answer report = place.send("title,text\nGood,a\n" + blank + ",b\n" + blank + "c,d\n");

    assertThat(report.expect(200).json().get("imported").asInt()).isEqualTo(2);
    assertThat(problems(report)).containsExactly("3: title must not be blank");
  }

  @Test
  void aFileThatIsNotUtf8() {
    Place place = stage.newPlace();
    HttpRequest.Builder latin =
        place
            .editor()
            .request("/requirements.csv")
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofByteArray("title\nGr\u00fcn\n".getBytes(ISO_8859_1)));

    place.editor().send(latin).expectProblem(400, "bad-request", "UTF-8");
    assertThat(place.keys("")).isEmpty();
  }

  @Test
  void anImportOfTheWrongKindOrTooLarge() {
    Place place = stage.newPlace();

    place
        .editor()
        .post("/requirements.csv", "title\na\n")
        .expectProblem(415, "unsupported-media-type", "text/csv");
    place.send("a".repeat(8 * 1024 * 1024 + 1)).expectProblem(413, "too-large", "8388608 bytes");
  }

  private static List<String> titles(Answer export) {
    return export.body().lines().skip(1).map(line -> line.split(",", -1)[1]).toList();
  }

  static List<String> problems(Answer report) {
    return report
        .json()
        .get("problems")
        .valueStream()
        .map(p -> p.get("line").asLong() + ": " + p.get("detail").asString())
        .toList();
  }
}
