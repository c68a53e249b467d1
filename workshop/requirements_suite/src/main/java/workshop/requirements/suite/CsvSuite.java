package workshop.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.webtesting.Answer;
import tools.jackson.databind.JsonNode;

/** Requirements that come and go as a table. */
public abstract class CsvSuite {

  private static final int MANY = 10_000;

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
  void tenThousandLinesInBoundedTimeAndMemory() {
    Place place = stage.newPlace();
    place.addGroup("Users");
    String csv =
        IntStream.rangeClosed(1, MANY)
            .mapToObj(i -> "Requirement " + i + ",text " + i + ",done," + (i % 100 == 0 ? "?" : ""))
            .collect(Collectors.joining("\n", "title,text,status,group\n", "\n"));

    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long before = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    long start = System.nanoTime();
    Answer report = place.send(csv).expect(200);
    long importMillis = (System.nanoTime() - start) / 1_000_000;
    long heap = heapPools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() - before;
    start = System.nanoTime();
    List<String> exported = place.viewer().get("/requirements.csv").body().lines().toList();
    long exportMillis = (System.nanoTime() - start) / 1_000_000;

    System.out.printf(
        "%d lines: imported in %d ms with %d MiB of heap at most, exported in %d ms%n",
        MANY, importMillis, heap / 1024 / 1024, exportMillis);
    assertThat(report.json().get("imported").asInt()).isEqualTo(MANY * 99 / 100);
    assertThat(report.json().get("rejected").asInt()).isEqualTo(MANY / 100);
    assertThat(problems(report).getFirst()).startsWith("101: group names");
    assertThat(exported).hasSize(1 + MANY * 99 / 100);
    assertThat(exported.getLast()).startsWith("REQ-" + MANY * 99 / 100 + ",Requirement 9999,");
    assertThat(importMillis).as("ms for the import").isLessThan(15_000);
    assertThat(heap / 1024 / 1024).as("MiB of heap").isLessThan(256);
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

  private static List<String> problems(Answer report) {
    return report
        .json()
        .get("problems")
        .valueStream()
        .map(p -> p.get("line").asLong() + ": " + p.get("detail").asString())
        .toList();
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
