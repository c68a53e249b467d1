package shareddb.base.track;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A script that an upgrade applies: a versioned migration once, a repeatable one when its text has
 * changed.
 */
public sealed interface UpgradeScript permits Migration, RepeatableMigration {

  String description();

  Path file();

  /**
   * Flyway's checksum. A repeatable script is summed with the target's values, a versioned one as
   * it is written.
   *
   * @param placeholders replaces placeholders by the target's values
   */
  int checksum(UnaryOperator<String> placeholders);

  /** The version of the script. Empty if it is repeatable. */
  Optional<Version> brings();

  /** The file's name, as the history records it. */
  default String script() {
    return file().getFileName().toString();
  }
}
