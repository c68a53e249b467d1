package workshop.userauthtodo.account;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address in one spelling: without white space around it, its domain in the ASCII form and
 * in lower case. Before the @ there is ASCII only, as nearly all mailboxes have it: so no two that
 * look alike are two accounts.
 */
record Email(String value) {

  static final int MAX_LENGTH = 254;

  private static final int MAX_LOCAL = 64;

  private static final Pattern LOCAL =
      Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");

  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /** Empty for a text that is no address. */
  static Optional<Email> parse(String typed) {
    String text = typed.strip();
    int at = text.lastIndexOf('@');
    if (text.length() > MAX_LENGTH
        || at < 1
        || at > MAX_LOCAL
        || !LOCAL.matcher(text.substring(0, at)).matches()) {
      return Optional.empty();
    }
    return domain(text.substring(at + 1))
        .map(domain -> text.substring(0, at + 1) + domain)
        .filter(email -> email.length() <= MAX_LENGTH)
        .map(Email::new);
  }

  /** The same for all spellings of one account. */
  String inLowerCase() {
    return value.toLowerCase(Locale.ROOT);
  }

  private static Optional<String> domain(String typed) {
    try {
      return Optional.of(IDN.toASCII(typed).toLowerCase(Locale.ROOT))
          .filter(domain -> DOMAIN.matcher(domain).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
