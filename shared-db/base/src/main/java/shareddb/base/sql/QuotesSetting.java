package shareddb.base.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads {@code SET standard_conforming_strings = off}, which changes the meaning of backslashes in
 * the rest of the text.
 */
final class QuotesSetting {

  private static final Set<String> OFF = Set.of("off", "false", "no", "0");

  private QuotesSetting() {}

  /** The meaning of a backslash after this statement. */
  static BackslashQuotes after(List<Token> statement, BackslashQuotes before) {
    TokenReader reader = new TokenReader(statement);
    if (!reader.accept("set")) {
      return before;
    }
    if (!reader.accept("session")) {
      reader.accept("local");
    }
    if (!reader.accept("standard_conforming_strings")
        || !(reader.accept("=") || reader.accept("to"))
        || reader.atEnd()) {
      return before;
    }
    Token value = reader.next();
    String text = value.kind() == Token.Kind.STRING ? value.content() : value.identifier();
    return OFF.contains(text.toLowerCase(Locale.ROOT))
        ? BackslashQuotes.WITH_BACKSLASHES
        : BackslashQuotes.STANDARD;
  }
}
