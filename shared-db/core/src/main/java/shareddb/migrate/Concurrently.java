package shareddb.migrate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the word CONCURRENTLY out of a script, so that it can run in a transaction; within strings,
 * quoted names, function bodies and comments it stays.
 */
final class Concurrently {

  /** Whatever may hold the word without meaning it, and words. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*+"
              + "|(?<comment>/\\*)"
              + "|\\b[eE]'(?:[^'\\\\]++|\\\\.|'')*+(?:'|\\z)"
              + "|'(?:[^']++|'')*+(?:'|\\z)"
              + "|\"(?:[^\"]++|\"\")*+(?:\"|\\z)"
              + "|(?<![\\p{L}\\p{N}_$])(?<dollar>\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*+)?\\$)"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*+)",
          Pattern.DOTALL);

  private Concurrently() {}

  static String without(String script) {
    StringBuilder kept = new StringBuilder();
    Matcher token = TOKEN.matcher(script);
    int from = 0;
    int next = 0;
    while (next < script.length() && token.find(next)) {
      next = end(script, token);
      if ("concurrently".equalsIgnoreCase(token.group("word"))) {
        kept.append(script, from, token.start());
        from = next;
      }
    }
    return kept.append(script, from, script.length()).toString();
  }

  private static int end(String script, Matcher token) {
    if (token.group("comment") != null) {
      return endOfComment(script, token.end());
    }
    String dollar = token.group("dollar");
    if (dollar == null) {
      return token.end();
    }
    int closing = script.indexOf(dollar, token.end());
    return closing < 0 ? script.length() : closing + dollar.length();
  }

  /** Comments of this form may hold others. */
  private static int endOfComment(String script, int from) {
    int depth = 1;
    int at = from;
    while (at < script.length() && depth > 0) {
      if (script.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (script.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    }
    return at;
  }
}
