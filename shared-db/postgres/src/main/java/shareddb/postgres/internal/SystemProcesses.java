package shareddb.postgres.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Reads information about processes from the operating system. */
public final class SystemProcesses {

  private SystemProcesses() {}

  /** The command line of a process. Empty if the process does not exist or may not be seen. */
  public static String commandLine(long pid) {
    Path file = Path.of("/proc", Long.toString(pid), "cmdline");
    try {
      // ProcessHandle is only the second choice, because it cuts long lines.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException e) {
      return handle(pid).flatMap(handle -> handle.info().commandLine()).orElse("");
    }
  }

  public static boolean isAlive(long pid) {
    return handle(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /**
   * The start time, which distinguishes a process from a later one with the same id. 0 if it is not
   * known.
   */
  public static long startMillis(long pid) {
    return handle(pid)
        .flatMap(handle -> handle.info().startInstant())
        .map(Instant::toEpochMilli)
        .orElse(0L);
  }

  private static Optional<ProcessHandle> handle(long pid) {
    return ProcessHandle.of(pid);
  }
}
