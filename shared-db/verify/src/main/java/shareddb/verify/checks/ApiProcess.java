package shareddb.verify.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A module's API in a process of its own, on a free port; closing ends the process. */
final class ApiProcess implements AutoCloseable {

  /** The outcome of a request. */
  sealed interface Reply {

    record Answered(int status, Duration after) implements Reply {}

    /** The process ended before it answered. */
    record Gone(int exit) implements Reply {}

    record Silent(Duration waited) implements Reply {}
  }

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int UNAVAILABLE = 503;

  private final ModuleScript script;
  private final int port;
  private final long started = System.nanoTime();
  private final Thread onExit;

  private ApiProcess(ModuleScript script, int port) {
    this.script = script;
    this.port = port;
    this.onExit = new Thread(script::kill, "end of the API");
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  static ApiProcess start(CheckSubject subject) {
    int port = freePort();
    return new ApiProcess(
        ModuleScript.start(subject, "run", Map.of("PORT", String.valueOf(port))), port);
  }

  /**
   * Repeats the request until the API answers. Status 503 counts as an answer only when the time is
   * up.
   */
  Reply get(String path, Duration patience) {
    OptionalInt status = OptionalInt.empty();
    while (age().compareTo(patience) < 0) {
      if (!script.process().isAlive()) {
        return new Reply.Gone(script.process().exitValue());
      }
      status = status(path);
      if (status.isPresent() && status.getAsInt() != UNAVAILABLE) {
        return new Reply.Answered(status.getAsInt(), age());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return status.isPresent()
        ? new Reply.Answered(status.getAsInt(), age())
        : new Reply.Silent(patience);
  }

  String lastWords() {
    return script.lastWords();
  }

  @Override
  public void close() {
    script.process().destroy();
    try {
      script.process().waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    script.kill();
    Runtime.getRuntime().removeShutdownHook(onExit);
    script.forget();
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** The status of one request; empty if no process listens yet. */
  private OptionalInt status(String path) {
    try {
      var address = URI.create("http://127.0.0.1:" + port + path).toURL();
      HttpURLConnection connection = (HttpURLConnection) address.openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(5_000);
      try {
        return OptionalInt.of(connection.getResponseCode());
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }
}
