package shareddb.base.track;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One migration of a track: the file that applies it and, if there is one, the file that undoes it.
 */
public record Migration(
    Version version, String description, Path file, int checksum, Optional<Path> undo)
    implements UpgradeScript {

  @Override
  public int checksum(UnaryOperator<String> placeholders) {
    return checksum;
  }

  @Override
  public Optional<Version> brings() {
    return Optional.of(version);
  }

  /** The name that its undo script has, or should have. */
  public String undoScript() {
    return "U" + script().substring(1);
  }
}
