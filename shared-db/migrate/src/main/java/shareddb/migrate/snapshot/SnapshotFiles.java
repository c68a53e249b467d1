package shareddb.migrate.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes and deletes snapshot folders so that a folder is either complete or absent. A folder is
 * made under a temporary name and then renamed; before deletion it is renamed again. The temporary
 * name begins with a dot and contains the process id, so that a later run finds the folders of a
 * killed process.
 */
final class SnapshotFiles {

  private static final String UNFINISHED = ".unfinished.";

  private SnapshotFiles() {}

  /**
   * Makes a temporary folder beside the future one. Only the current user can read the base folder.
   */
  static Path beside(Path folder, Path base) throws IOException {
    Files.createDirectories(parent(base));
    if (!Files.isDirectory(base)) {
      Files.createDirectory(
          base, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path parent = parent(folder);
    Files.createDirectories(parent);
    sweep(parent);
    return Files.createTempDirectory(parent, UNFINISHED + ProcessHandle.current().pid() + ".");
  }

  /** Gives the folder its final name after all its files have reached the disk. */
  static void finish(Path unfinished, Path folder) throws IOException {
    for (Path file : children(unfinished)) {
      sync(file);
    }
    sync(unfinished);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    sync(parent(folder));
  }

  static void delete(Path folder) {
    try {
      Path doomed =
          parent(folder)
              .resolve(
                  UNFINISHED + ProcessHandle.current().pid() + ".gone." + folder.getFileName());
      Files.move(folder, doomed, StandardCopyOption.ATOMIC_MOVE);
      deleteUnfinished(doomed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }

  static void deleteUnfinished(Path folder) throws IOException {
    for (Path file : children(folder)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }

  /** The subfolders, without the temporary ones. */
  static List<Path> folders(Path parent) {
    try {
      return children(parent).stream()
          .filter(Files::isDirectory)
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + parent, e);
    }
  }

  private static void sweep(Path parent) throws IOException {
    for (Path path : children(parent)) {
      String name = path.getFileName().toString();
      if (name.startsWith(UNFINISHED) && !isAlive(name.substring(UNFINISHED.length()))) {
        deleteUnfinished(path);
      }
    }
  }

  private static boolean isAlive(String pidAndMore) {
    String pid = pidAndMore.substring(0, pidAndMore.indexOf('.'));
    return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent(), path.toString());
  }
}
