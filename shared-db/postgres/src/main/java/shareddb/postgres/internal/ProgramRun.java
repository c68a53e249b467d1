package shareddb.postgres.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program to its end and keeps its output. */
public final class ProgramRun {

  /**
   * A program's output and its exit code. The code is -1 if the program took too long and was
   * ended.
   */
  public record Outcome(int code, String output) {
    public boolean ok() {
      return code == 0;
    }
  }

  /** The exit code if the program does not exist. */
  public static final int NOT_FOUND = 127;

  private ProgramRun() {}

  /** Whether the program is on the PATH. */
  public static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * Starts the program in the root folder, which every user may enter. Settings of Postgres clients
   * are removed from its environment.
   */
  public static Outcome run(List<String> command, Map<String, String> environment, Duration limit) {
    return run(command, Path.of("/"), environment, limit);
  }

  public static Outcome run(
      List<String> command, Path folder, Map<String, String> environment, Duration limit) {
    try {
      // The output goes to a file and not to a pipe: a daemon that keeps a pipe open would block
      // this process.
      Path output = Files.createTempFile("schema-workshop-", ".out");
      try (InputStream said = Files.newInputStream(output)) {
        Process process = start(command, folder, environment, output);
        // The open file stays readable after the deletion, and a kill leaves no file behind.
        Files.deleteIfExists(output);
        int code = waited(process, limit);
        return new Outcome(code, new String(said.readAllBytes(), StandardCharsets.UTF_8).strip());
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return new Outcome(NOT_FOUND, String.valueOf(e.getMessage()));
    }
  }

  private static Process start(
      List<String> command, Path folder, Map<String, String> environment, Path output)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(output.toFile());
    return builder.start();
  }

  private static int waited(Process process, Duration limit) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      return -1;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
