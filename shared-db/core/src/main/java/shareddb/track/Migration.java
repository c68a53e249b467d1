package shareddb.track;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One migration of a track: the file that applies it and, where there is one, the file that takes
 * it back.
 */
public record Migration(
    Version version, String description, Path file, int checksum, Optional<Path> undo) {

  /** The file's name, as the history records it. */
  public String script() {
    return file.getFileName().toString();
  }

  /** The name that its undo script has, or should have. */
  public String undoScript() {
    return "U" + script().substring(1);
  }
}
