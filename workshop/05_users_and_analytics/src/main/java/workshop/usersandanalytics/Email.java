package workshop.usersandanalytics;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An email address in lower case: one for each user. */
record Email(String value) {

  static final int MAX_LENGTH = 254;

  private static final Pattern ADDRESS =
      Pattern.compile("[\\x21-\\x3f\\x41-\\x7e]+@[A-Za-z0-9.-]+");

  /** Nothing for what is no address. It is looked at before it is made lower case: ASCII only. */
  static Optional<Email> parse(String typed) {
    String text = typed.strip();
    return text.length() <= MAX_LENGTH && ADDRESS.matcher(text).matches()
        ? Optional.of(new Email(text.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
