package shareddb.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import shareddb.postgres.internal.FileFailures;

/** The file that an embedded server writes its log to, and one before it. */
record ServerLog(Path file) {

  private static final long LARGE = 10L * 1024 * 1024;

  /**
   * Puts a large file aside, in place of the one that was put aside before. Done at each start, not
   * by Postgres' own collector: that is one more process, and a start that fails would have to be
   * looked up in two places.
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
