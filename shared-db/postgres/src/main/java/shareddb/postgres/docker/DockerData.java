package shareddb.postgres.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import shareddb.postgres.embedded.EmbeddedBinaries;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.ServerFolders;
import shareddb.postgres.server.ServerProblem;

/**
 * The folder with the container's data: a subfolder for each major version. A marker file beside it
 * exists until the first start has finished.
 */
record DockerData(Path folder) {

  private static final String OWN = Integer.toString(EmbeddedBinaries.majorVersion());

  /**
   * The problem of data of another version. The image would ignore such data silently and make new
   * data.
   */
  Optional<ServerProblem> otherVersion() {
    if (hasOwn()) {
      return Optional.empty();
    }
    return ServerFolders.children(folder).stream()
        .map(child -> child.getFileName().toString())
        .filter(name -> name.matches("[0-9]+|PG_VERSION|data"))
        .findFirst()
        .map(
            found ->
                new ServerProblem(
                    "the data is not of PostgreSQL " + OWN,
                    folder.resolve(found).toString(),
                    "",
                    "dump it with the old version and load it into the new one; or give it up: mv "
                        + folder
                        + " "
                        + folder
                        + "-old, then ./db start"));
  }

  private boolean hasOwn() {
    return Files.isDirectory(folder.resolve(OWN));
  }

  /** Whether there is data whose first start has not finished. */
  boolean isUnfinished() {
    return Files.exists(mark()) && hasOwn();
  }

  private Path mark() {
    return folder.resolveSibling(folder.getFileName() + ".unfinished");
  }

  /**
   * Creates the marker file before the container starts, because a kill may then leave incomplete
   * data.
   */
  void begin() throws IOException {
    if (!hasOwn() && !Files.exists(mark())) {
      Files.createFile(mark());
    }
  }

  void finished() {
    try {
      Files.deleteIfExists(mark());
    } catch (IOException e) {
      throw FileFailures.writing("cannot note that the data is whole", mark(), e);
    }
  }

  /**
   * Renames the folder and returns its new path. It is not deleted, because the user may have used
   * the data without this tool.
   */
  Path setAside() {
    Path aside = folder.resolveSibling(folder.getFileName() + "-half-made-" + firstFree());
    try {
      return Files.move(folder, aside);
    } catch (IOException e) {
      throw FileFailures.writing("cannot put the half-made data aside", folder, e);
    }
  }

  private int firstFree() {
    int number = 1;
    while (Files.exists(folder.resolveSibling(folder.getFileName() + "-half-made-" + number))) {
      number++;
    }
    return number;
  }
}
