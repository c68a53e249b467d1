package shareddb.cli.command.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that changes when a file in a folder does. Looking often is enough for a few files, and it
 * works on every file system; what the system reports of changes does not.
 */
final class FileStamp {

  private FileStamp() {}

  static String of(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !isOfEditor(file.getFileName().toString()))
          .sorted()
          .map(FileStamp::line)
          .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException e) {
      // A file or the folder went away meanwhile.
      return "";
    }
  }

  private static String line(Path file) {
    try {
      return file + " " + Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file);
    } catch (IOException e) {
      return file + " is gone";
    }
  }

  /** Editors keep copies beside a file while it is open. */
  private static boolean isOfEditor(String name) {
    return name.startsWith(".") || name.endsWith("~") || name.endsWith(".tmp");
  }
}
