package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.web.json.Json;
import tools.jackson.databind.JsonNode;

/** What the HTTP server refuses by itself is a problem document too, and tells nothing of us. */
class RefusedByJettyTest {

  @RegisterExtension static final ServedTodos api = new ServedTodos();

  @ParameterizedTest
  @CsvSource({
    "GET /todos/%zz HTTP/1.1, 400",
    "GET /todos/%00 HTTP/1.1, 400",
    "GET /todos/%2e%2e%2f HTTP/1.1, 400",
    "GET /todos/%ff HTTP/1.1, 400",
    "NONSENSE, 400",
    "GET /todos HTTP/9.9, 505",
  })
  void aRequestLineThatIsWrong(String line, int status) throws IOException {
    assertProblem(raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status);
  }

  @Test
  void aPathThatIsTooLong() throws IOException {
    String path = "/todos?search=" + "a".repeat(9_000);
    assertProblem(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"), 414);
  }

  @ParameterizedTest
  @CsvSource({"10000, 431", "100000, 431"})
  void aHeaderThatIsTooLarge(int length, int status) throws IOException {
    String header = "X-Long: " + "a".repeat(length);

    assertProblem(raw("GET /todos HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n"), status);
  }

  @Test
  void aBodyThatAsksFirstAndIsTooLargeNeedNotCome() throws IOException {
    String head =
        String.join(
            "\r\n",
            "POST /todos HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Content-Type: application/json",
            "Content-Length: 1000000",
            "Expect: 100-continue\r\n\r\n");

    assertProblem(raw(head), 413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5\r\n{\"ti", "zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n"})
  void aBodyThatBreaksOffOrIsNoHttp(String chunks) throws IOException {
    String head =
        String.join(
            "\r\n",
            "POST /todos HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked\r\n\r\n");

    try (Socket socket = connect()) {
      socket.getOutputStream().write((head + chunks).getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      assertProblem(read(socket), 400);
    }
  }

  /** A client that is cut off while it still writes never reads why. */
  @Test
  void aBodyThatIsFarTooLargeIsTakenInBeforeTheAnswer() throws IOException {
    int length = 4_000_000;
    String head =
        "POST /todos HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: ";

    try (Socket socket = connect()) {
      // So small that the client is still sending when the server has seen enough.
      socket.setSendBufferSize(16 * 1024);
      assertProblem(answer(socket, head + length + "\r\n\r\n" + "a".repeat(length)), 413);
    }
  }

  private static void assertProblem(String answer, int status) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .doesNotContain("Exception", "\tat ", "Jetty");
    assertThat(answer)
        .containsIgnoringCase("Content-Type: application/problem+json")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .containsIgnoringCase("Cache-Control: no-store");
    JsonNode problem = Json.mapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("instance").asString()).isNotEqualTo("/badMessage");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      return answer(socket, request);
    }
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.running().port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String answer(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return read(socket);
  }

  private static String read(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
