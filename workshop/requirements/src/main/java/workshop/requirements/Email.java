package workshop.requirements;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An email address in lower case, which names a person. */
public record Email(String value) {

  static final int MAX_LENGTH = 254;

  private static final Pattern ADDRESS =
      Pattern.compile("[\\x21-\\x3f\\x41-\\x7e]+@[A-Za-z0-9.-]+");

  /**
   * Empty for a text that is no address. The text is checked before it is put into lower case: the
   * Kelvin sign would become a k, and so the address of another person.
   */
  public static Optional<Email> parse(String typed) {
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
