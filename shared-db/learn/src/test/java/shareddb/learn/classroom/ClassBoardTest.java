package shareddb.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.learn.progress.ExerciseRecord;

@Tag("no-server")
final class ClassBoardTest {

  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

  @Test
  void thePageShowsPassedTriedAndNotBegun() throws Exception {
    try (ClassBoard board = ClassBoard.start(0, () -> grid(List.of("ada", "bob"), 3))) {
      HttpResponse<String> answer = get(board.url());

      assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
      assertThat(answer.body())
          .contains("<h1>2 learners</h1>", "<b>2</b> of 6 passed (33 %)", "✓", ">2</i>", ">·</td>");
      assertThat(answer.headers().firstValue("Refresh")).contains("5");
      assertThat(get(board.url() + "other").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void namesAreTextAndNothingIsLoadedFromElsewhere() {
    String page =
        BoardPage.of(grid(List.of("<script>alert(1)</script>", "a\" onload='x", "&amp;"), 2), NOW);

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "a&quot; onload=&#39;x", "&amp;amp;")
        .doesNotContain("<script", "http:", "https:", "url(", "src=", "href=");
  }

  @Test
  void aRequestUnderAnotherHostsNameIsRefused() throws Exception {
    try (ClassBoard board = ClassBoard.start(0, () -> grid(List.of("ada"), 1))) {
      assertThat(raw(board, "evil.example")).startsWith("HTTP/1.1 421");
      assertThat(raw(board, "localhost:80")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidAndAskedAgain() throws Exception {
    try (ClassBoard board =
        ClassBoard.start(
            0,
            () -> {
              throw new SQLException("gone");
            })) {
      HttpResponse<String> answer = get(board.url());
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("gone");
      assertThat(answer.headers().firstValue("Refresh")).contains("5");
    }
  }

  @Test
  void aTakenPortIsAnException() throws Exception {
    try (ClassBoard board = ClassBoard.start(0, () -> grid(List.of("ada"), 1))) {
      int taken = URI.create(board.url()).getPort();
      assertThat(catchThrowable(() -> ClassBoard.start(taken, () -> grid(List.of(), 1)).close()))
          .isInstanceOf(BindException.class);
    }
  }

  /** The first exercise is passed, the second tried twice, the others not begun. */
  static ClassGrid grid(List<String> learners, int exercises) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < exercises; i++) {
      ids.add("%02d.%d".formatted(i / 5, i % 5 + 1));
    }
    return new ClassGrid(
        ids, learners.stream().map(learner -> new ClassGrid.Row(learner, begun(ids))).toList());
  }

  private static Map<String, ExerciseRecord> begun(List<String> ids) {
    Map<String, ExerciseRecord> progress = new TreeMap<>();
    progress.put(ids.getFirst(), new ExerciseRecord(ids.getFirst(), 1, 0, Optional.of(NOW), NOW));
    if (ids.size() > 1) {
      progress.put(ids.get(1), new ExerciseRecord(ids.get(1), 2, 0, Optional.empty(), NOW));
    }
    return progress;
  }

  private static HttpResponse<String> get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /** Java's client does not send a Host header of the caller's. */
  private static String raw(ClassBoard board, String host) throws IOException {
    URI url = URI.create(board.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(host)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
