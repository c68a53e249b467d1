package shareddb.web.check;

import java.util.regex.Pattern;

/** What every text must look like, as a pattern that Java and JavaScript read alike. */
public final class TextPattern {

  /** Neither NUL, which Postgres cannot store, nor half a surrogate pair, which UTF-8 cannot. */
  public static final String STORABLE = "^[^\\u0000\\ud800-\\udfff]*$";

  /** Java's {@code \s} knows ASCII only, so the white space of Unicode is written out. */
  private static final String VISIBLE =
      "[^\\s\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

  /** The same, with at least one character that is no white space. */
  static final String NOT_BLANK = "^(?=[\\s\\S]*" + VISIBLE + ")" + STORABLE.substring(1);

  private static final Pattern SOMETHING_VISIBLE = Pattern.compile(VISIBLE);

  private TextPattern() {}

  /** What is wrong with a text that does not match. */
  public static String fault(String text) {
    if (text.indexOf('\0') >= 0) {
      return "must not contain a NUL character";
    }
    return isStorable(text) ? "must not be blank" : "must be valid Unicode";
  }

  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || isHalfPair(c));
  }

  /** Whether a text has a character that is no white space, Unicode's included. */
  public static boolean isVisible(String text) {
    return SOMETHING_VISIBLE.matcher(text).find();
  }

  private static boolean isHalfPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
