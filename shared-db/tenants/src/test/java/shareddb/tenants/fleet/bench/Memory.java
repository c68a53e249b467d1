package shareddb.tenants.fleet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process takes of the machine's memory: its heap, its threads, its code. */
final class Memory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern HIGHEST = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private Memory() {}

  /** Nothing where the system does not tell. */
  static Optional<String> highest() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    Matcher line = HIGHEST.matcher(Files.readString(STATUS));
    return line.find()
        ? Optional.of(Long.parseLong(line.group(1)) / 1024 + " MiB")
        : Optional.empty();
  }
}
