package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site whose name resolves to 127.0.0.1 a moment later (DNS rebinding) gets nothing. */
class HostTest {

  @RegisterExtension static final ServedTodos api = new ServedTodos();

  @ParameterizedTest
  @CsvSource({
    "evil.example, /todos",
    "evil.example, /metrics",
    "evil.example, /openapi.json",
    "evil.example, /",
    "localhost.evil.example, /todos",
    "127.0.0.1.evil.example, /todos",
    "10.0.0.1, /todos",
  })
  void aForeignHostIsMisdirected(String host, String path) throws IOException {
    String answer = get(host + ":8080", path);

    assertThat(answer)
        .startsWith("HTTP/1.1 421 ")
        .contains("application/problem+json", "ALLOWED_HOSTS")
        .doesNotContain("items", "jvm_");
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
  void aLoopbackHostIsServed(String host) throws IOException {
    assertThat(get(host + ":8080", "/todos")).startsWith("HTTP/1.1 200 ");
    assertThat(get(host, "/todos")).startsWith("HTTP/1.1 200 ");
  }

  private static String get(String host, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.running().port())) {
      socket.setSoTimeout(10_000);
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
