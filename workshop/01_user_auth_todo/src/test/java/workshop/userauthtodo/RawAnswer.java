package workshop.userauthtodo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** What a server says to bytes that no HTTP client would send. */
record RawAnswer(int status, String text, String request) {

  /** The request asks to close the connection, so the answer ends with it. */
  static RawAnswer to(int port, byte[] request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      String text = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return new RawAnswer(status(text), text, new String(request, ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(new String(request, ISO_8859_1), e);
    }
  }

  private static int status(String text) {
    return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
  }
}
