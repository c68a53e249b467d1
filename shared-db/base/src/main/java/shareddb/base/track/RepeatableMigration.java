package shareddb.base.track;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A migration without a version, {@code R__view.sql}: Flyway runs it after all that have one, and
 * again whenever its text changed.
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
