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

/** Runs a program to its end and keeps what it said. */
public final class ProgramRun {

  /** What a program said, and its exit code: -1 where it had to be ended for taking too long. */
  public record Outcome(int code, String output) {
    public boolean ok() {
      return code == 0;
    }
  }

  /** The exit code of a program that there is not. */
  public static final int NOT_FOUND = 127;

  private ProgramRun() {}

  /** Whether there is such a program on the PATH. */
  public static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * Starts the program in the root folder, which every user may enter, without any setting of
   * Postgres's clients that happens to be in the environment.
   */
  public static Outcome run(List<String> command, Map<String, String> environment, Duration limit) {
    return run(command, Path.of("/"), environment, limit);
  }

  public static Outcome run(
      List<String> command, Path folder, Map<String, String> environment, Duration limit) {
    try {
      // A file, not a pipe: a daemon that keeps it open must not hold us up.
      Path output = Files.createTempFile("schema-workshop-", ".out");
      try (InputStream said = Files.newInputStream(output)) {
        Process process = start(command, folder, environment, output);
        // It stays readable for those who have it open, and a kill leaves nothing behind.
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
