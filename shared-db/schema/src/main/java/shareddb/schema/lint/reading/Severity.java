package shareddb.schema.lint.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How serious a finding is. Errors and warnings make the command fail; notes do not. */
public enum Severity {
  /** The file fails, or breaks code or rows. */
  ERROR,
  /** The file works, but it may block other sessions or lose rows. */
  WARNING,
  /** Something to know. */
  NOTE;

  /** The severity of this name, in lower case. */
  static Optional<Severity> named(String text) {
    return Stream.of(values()).filter(severity -> severity.toString().equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
