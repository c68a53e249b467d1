package shareddb.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The content of a server's postmaster.pid: its process id and its port. */
public record PostmasterPid(long pid, int port) {

  private static final int PORT_LINE = 3;

  public static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** Reads the file. Empty if it does not exist or is incomplete. */
  public static Optional<PostmasterPid> read(Path data) {
    try {
      List<String> lines = Files.readAllLines(file(data));
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      return Optional.of(
          new PostmasterPid(
              Long.parseLong(lines.getFirst().strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The running server of this folder. Another process that now has the same process id does not
   * count.
   */
  public static Optional<PostmasterPid> running(Path data) {
    return read(data)
        .filter(
            found -> {
              String line = SystemProcesses.commandLine(found.pid());
              return line.contains("postgres") && line.contains(data.toString());
            });
  }
}
