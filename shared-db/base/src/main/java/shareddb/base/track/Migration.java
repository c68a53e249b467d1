package shareddb.base.track;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One migration of a track: the file that applies it and, if there is one, the file that undoes it.
 *
 * @param contractOf the version whose change this migration completes: its first line is {@code --
 *     contract of V5}
 * @param backfill the script that fills the rows that were there before this migration
 */
public record Migration(
    Version version,
    String description,
    Path file,
    int checksum,
    Optional<Path> undo,
    Optional<Version> contractOf,
    Optional<Path> backfill)
    implements UpgradeScript {

  @Override
  public int checksum(UnaryOperator<String> placeholders) {
    return checksum;
  }

  @Override
  public Optional<Version> brings() {
    return Optional.of(version);
  }

  /** Whether it completes a change that an earlier version began. */
  public boolean isContract() {
    return contractOf.isPresent();
  }

  /** Whether it is a base script, which a new target runs in place of all up to its version. */
  public boolean isBase() {
    return script().startsWith("B");
  }

  /** The name that its undo script has, or should have. */
  public String undoScript() {
    return "U" + script().substring(1);
  }
}
