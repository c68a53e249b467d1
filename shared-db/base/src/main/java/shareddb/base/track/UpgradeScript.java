package shareddb.base.track;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A file that a target is given: with a version, once; without one, whenever its text changed. */
public sealed interface UpgradeScript permits Migration, RepeatableMigration {

  String description();

  Path file();

  /**
   * Flyway's: of what is repeatable as a target gets it, and else of what is written.
   *
   * @param placeholders puts the target's values in
   */
  int checksum(UnaryOperator<String> placeholders);

  /** The version that it brings; nothing where it is repeatable. */
  Optional<Version> brings();

  /** The file's name, as the history records it. */
  default String script() {
    return file().getFileName().toString();
  }
}
