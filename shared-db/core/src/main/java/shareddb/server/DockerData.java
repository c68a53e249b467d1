package shareddb.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that the container keeps its data in: one below it for each major version. */
final class DockerData {

  private DockerData() {}

  /** The image would leave data of another version aside, and begin anew without a word. */
  static Optional<Problem> otherVersion(Path data) {
    int own = EmbeddedBinaries.majorVersion();
    if (Files.isDirectory(data.resolve(Integer.toString(own)))) {
      return Optional.empty();
    }
    return Folders.children(data).stream()
        .map(child -> child.getFileName().toString())
        .filter(name -> name.matches("[0-9]+|PG_VERSION|data"))
        .findFirst()
        .map(
            found ->
                new Problem(
                    "the data is not of PostgreSQL " + own,
                    data.resolve(found).toString(),
                    "",
                    "dump it with the old version and load it into the new one; or give it up: mv "
                        + data
                        + " "
                        + data
                        + "-old, then make db-start"));
  }
}
