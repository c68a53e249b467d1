package shareddb.base.track;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A repeatable migration, {@code R__view.sql}: Flyway runs it after all versioned ones, and again
 * when its text has changed.
 */
public record RepeatableMigration(String description, Path file, String text)
    implements UpgradeScript {

  @Override
  public int checksum(UnaryOperator<String> placeholders) {
    return Checksum.of(placeholders.apply(text));
  }

  @Override
  public Optional<Version> brings() {
    return Optional.empty();
  }
}
