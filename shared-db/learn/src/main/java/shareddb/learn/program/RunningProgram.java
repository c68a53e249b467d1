package shareddb.learn.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import shareddb.base.settings.Login;
import shareddb.learn.trial.SchemaCopy;

/** A program of an exercise as a process of its own, on a free port of this machine. */
public final class RunningProgram implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration QUIET = Duration.ofMillis(100);
  private static final Duration SETTLED_LIMIT = Duration.ofSeconds(3);
  private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

  private final Process process;
  private final int port;
  private final List<String> lines = new ArrayList<>();
  private final Thread end;

  private RunningProgram(Process process, int port) {
    this.process = process;
    this.port = port;
    this.end = Thread.ofPlatform().unstarted(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    Thread.ofPlatform().daemon().start(this::read);
  }

  /** Starts the program, and returns when it takes connections. */
  public static RunningProgram start(ExerciseProgram program, String main, SchemaCopy copy)
      throws IOException, ProgramFailure {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx256m",
            "-cp",
            program.classpath().with(program.classes()),
            main);
    environment(builder.environment(), copy, port);
    builder.redirectErrorStream(true);
    RunningProgram running = new RunningProgram(builder.start(), port);
    running.await();
    return running;
  }

  /** The session's role is the API's, so that the learner's role needs no password for it. */
  private static void environment(Map<String, String> environment, SchemaCopy copy, int port) {
    Login admin = copy.target().admin();
    Login api =
        admin.withSession(
            "role=" + option(copy.target().apiRole().value()),
            "search_path=" + option(copy.target().schema().quoted()));
    environment.put("DB_URL", api.jdbcUrlOfSettings());
    environment.put("DB_USER", api.user());
    environment.put("DB_PASSWORD", api.password().reveal());
    environment.put("PORT", Integer.toString(port));
    environment.put("SQL_LOG", "1");
  }

  /** Postgres divides the options of a session at blanks. */
  private static String option(String value) {
    return value.replace("\\", "\\\\").replace(" ", "\\ ");
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** All that it has printed. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** All that it has printed, once nothing more comes: a line may be read after an answer. */
  public List<String> settledLines() {
    long end = System.nanoTime() + SETTLED_LIMIT.toNanos();
    List<String> seen = lines();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(QUIET.toNanos());
      List<String> now = lines();
      if (now.size() == seen.size()) {
        return now;
      }
      seen = now;
    }
    return seen;
  }

  private synchronized void add(String line) {
    lines.add(line);
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      // The process was ended while it printed.
      return;
    }
  }

  private void await() throws ProgramFailure {
    long start = System.nanoTime();
    while (!accepts()) {
      if (!process.isAlive()) {
        close();
        throw new ProgramFailure("the program ended at once: " + reason());
      }
      if (System.nanoTime() - start > START.toNanos()) {
        close();
        throw new ProgramFailure(
            "the program does not listen on PORT after %d s".formatted(START.toSeconds()));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String reason() {
    List<String> all = lines();
    return all.stream()
        .filter(line -> line.contains("Exception") || line.contains("Error"))
        .findFirst()
        .or(() -> all.stream().reduce((first, second) -> second))
        .orElse("it printed nothing");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // The tool itself is ending.
      return;
    }
  }
}
