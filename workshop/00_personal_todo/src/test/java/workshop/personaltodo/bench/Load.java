package workshop.personaltodo.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends one request over and over on a few kept connections: cheap, so that the server is measured.
 */
record Load(int port, String request, int expected) {

  private static final int CONNECTIONS = 8;

  static Load get(int port, String path) {
    return new Load(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 200);
  }

  static Load post(int port, String path, String json) {
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
            + json.length();
    return new Load(port, head + "\r\n\r\n" + json, 201);
  }

  /** Requests a second. */
  double run(Duration duration) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    long count = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        counts.add(threads.submit(() -> repeat(end)));
      }
      for (Future<Long> one : counts) {
        count += one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    return count / ((System.nanoTime() - start) / 1e9);
  }

  private long repeat(long end) throws IOException {
    byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(10_000);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 32_768);
      OutputStream out = socket.getOutputStream();
      long count = 0;
      while (System.nanoTime() < end) {
        out.write(bytes);
        receive(in);
        count++;
      }
      return count;
    }
  }

  private void receive(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 " + expected)) {
      throw new IOException("expected " + expected + " and got " + status);
    }
    int length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    if (length >= 0) {
      in.skipNBytes(length);
    } else {
      skipChunks(in);
    }
  }

  private static void skipChunks(InputStream in) throws IOException {
    for (int size = -1; size != 0; ) {
      size = Integer.parseInt(line(in), 16);
      in.skipNBytes(size + 2);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
