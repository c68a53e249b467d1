package shareddb.web;

import java.util.regex.Pattern;

/** What every text must look like, as a pattern that Java and JavaScript read alike. */
final class TextPattern {

  /** Neither NUL, which Postgres cannot store, nor half a surrogate pair, which UTF-8 cannot. */
  static final String STORABLE = "^[^\\u0000\\ud800-\\udfff]*$";

  /** The same, with something to see in it. */
  static final String NOT_BLANK = "^(?=[\\s\\S]*" + Constants.VISIBLE + ")" + STORABLE.substring(1);

  private TextPattern() {}

  /** Says what is wrong with a text that does not match. */
  static String complaint(String text) {
    if (text.indexOf('\0') >= 0) {
      return "must not contain a NUL character";
    }
    return text.codePoints().anyMatch(TextPattern::isHalfPair)
        ? "must be valid Unicode"
        : "must not be blank";
  }

  static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || isHalfPair(c));
  }

  static boolean isVisible(String text) {
    return Constants.SOMETHING_VISIBLE.matcher(text).find();
  }

  private static boolean isHalfPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** Java's {@code \s} knows ASCII only, so Unicode's white space is written out. */
  private static final class Constants {
    static final String VISIBLE =
        "[^\\s\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
    static final Pattern SOMETHING_VISIBLE = Pattern.compile(VISIBLE);
  }
}
