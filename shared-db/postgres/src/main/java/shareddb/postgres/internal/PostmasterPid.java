package shareddb.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a server has written into its data folder: its process, and the port it listens on. */
public record PostmasterPid(long pid, int port) {

  private static final int PORT_LINE = 3;

  public static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** Nothing where there is no such file, or none that was written to its end. */
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

  /** The server of this folder, where it runs: not another process that got its number since. */
  public static Optional<PostmasterPid> running(Path data) {
    return read(data)
        .filter(
            found -> {
              String line = SystemProcesses.commandLine(found.pid());
              return line.contains("postgres") && line.contains(data.toString());
            });
  }
}
