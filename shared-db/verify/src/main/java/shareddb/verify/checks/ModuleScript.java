package shareddb.verify.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The script by which {@code make} builds and runs a module. The checklist starts it in a process
 * of its own, and its output goes to a file.
 */
record ModuleScript(Process process, Path output) {

  private static final int LAST_LINES = 15;

  /**
   * Starts {@code module.sh}.
   *
   * @param action build or run
   * @param more environment variables in addition to the subject's own
   */
  static ModuleScript start(CheckSubject subject, String action, Map<String, String> more) {
    Path script = subject.settings().root().resolve("shared-db/launch/module.sh");
    try {
      Path output = Files.createTempFile("workshop-verify-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder("sh", script.toString(), action, subject.track().module().value())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().clear();
      builder.environment().putAll(subject.environment());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().putAll(more);
      Process process = builder.start();
      process.getOutputStream().close();
      return new ModuleScript(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + script, e);
    }
  }

  /** The last lines of its output. */
  String lastWords() {
    try {
      List<String> lines = Files.readString(output).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + output, e);
    }
  }

  /** Ends the process and all processes that it has started. */
  void kill() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  void forget() {
    try {
      Files.deleteIfExists(output);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + output, e);
    }
  }
}
