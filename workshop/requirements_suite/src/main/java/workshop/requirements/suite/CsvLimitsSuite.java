package workshop.requirements.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import tools.jackson.databind.JsonNode;

/** Imports are bounded: in lines, in memory, in how many run at a time, and to their client. */
public abstract class CsvLimitsSuite {

  private static final int MANY = 10_000;
  private static final int MAX_LINES = 20_000;
  private static final int MAX_BYTES = 8 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Stage stage;

  protected CsvLimitsSuite(Stage stage) {
    this.stage = stage;
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
    assertThat(CsvSuite.problems(report).getFirst()).startsWith("101: group names");
    assertThat(exported).hasSize(1 + MANY * 99 / 100);
    assertThat(exported.getLast()).startsWith("REQ-" + MANY * 99 / 100 + ",Requirement 9999,");
    assertThat(importMillis).as("ms for the import").isLessThan(15_000);
    assertThat(heap / 1024 / 1024).as("MiB of heap").isLessThan(256);
  }

  @Test
  void aFileOfTooManyLinesAddsNothingAndTakesLittleMemory() {
    Place place = stage.newPlace();
    String csv = "title\n" + "a\n".repeat((MAX_BYTES - 6) / 2);

    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long before = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    place.send(csv).expectProblem(413, "too-large", "more than 20000 lines");
    long heap = heapPools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() - before;

    assertThat(heap / 1024 / 1024).as("MiB of heap").isLessThan(128);
    assertThat(place.keys("")).isEmpty();
  }

  @Test
  void aThousandProblemsAreShownAndTheyAreTheFirst() {
    Place place = stage.newPlace();
    String csv =
        IntStream.rangeClosed(2, MAX_LINES)
            .mapToObj(line -> line % 5 == 0 ? "good,Nowhere" : ",")
            .collect(Collectors.joining("\n", "title,group\n", "\n"));

    Answer report = place.send(csv).expect(200);

    assertThat(report.json().get("rejected").asInt()).isEqualTo(MAX_LINES - 1);
    List<JsonNode> problems = report.json().get("problems").valueStream().toList();
    assertThat(problems).hasSize(1_000);
    assertThat(problems.getLast().get("line").asInt()).isEqualTo(1_001);
  }

  @Test
  void oneImportOfAProjectRunsAtATime() throws Exception {
    Place place = stage.newPlace();

    try (Connection held = stage.holdWriters(place)) {
      CompletableFuture<Answer> first =
          CompletableFuture.supplyAsync(() -> place.send("title\na\n"));
      Statements.awaitWaiter(held);
      Answer second = place.owner().send("POST", "/requirements.csv", "text/csv", "title\nb\n");

      second.expectProblem(503, "overloaded", "1 at a time");
      assertThat(second.header("Retry-After")).isEqualTo("1");
      assertThat(first).isNotDone();
      held.rollback();
      first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).expect(200);
    }
    assertThat(place.titles("")).containsExactly("a");
  }

  @Test
  void anImportWhoseClientHasLeftAddsNothing() throws Exception {
    Place place = stage.newPlace();
    String csv = "title\n" + "a\n".repeat(3_000);

    try (Connection held = stage.holdWriters(place)) {
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), place.editor().port())) {
        send(client, place.editor(), csv);
        Statements.awaitWaiter(held);
      }
    }

    // It gets its number when the import has ended.
    assertThat(place.add("next")).isEqualTo("REQ-1");
  }

  private static void send(Socket client, ApiClient editor, String csv) throws IOException {
    String headers =
        editor.headers().entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());
    OutputStream out = client.getOutputStream();
    out.write(
        ("POST "
                + editor.prefix()
                + "/requirements.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + headers
                + "Content-Type: text/csv\r\nContent-Length: "
                + csv.length()
                + "\r\n\r\n"
                + csv)
            .getBytes(UTF_8));
    out.flush();
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
