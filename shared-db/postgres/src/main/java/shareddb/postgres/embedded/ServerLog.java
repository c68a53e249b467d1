package shareddb.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import shareddb.postgres.internal.FileFailures;

/** The log file of an embedded server, and one older file. */
record ServerLog(Path file) {

  private static final long LARGE = 10L * 1024 * 1024;

  /**
   * Renames a large log file at each start, and replaces the older one. The log collector of
   * Postgres is not used: it is one more process, and the errors of a failed start would be in two
   * files.
   */
  void rotate() {
    try {
      if (Files.exists(file) && Files.size(file) > LARGE) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw FileFailures.writing("cannot put the server's log aside", file, e);
    }
  }
}
