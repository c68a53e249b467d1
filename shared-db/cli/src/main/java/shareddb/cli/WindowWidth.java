package shareddb.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many characters a line of this terminal has. */
final class WindowWidth {

  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ (\\d+)\\s*");

  private WindowWidth() {}

  /** 0 where nobody can tell: then nothing is cut. */
  static int get() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.DISCARD)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher size = ROWS_AND_COLUMNS.matcher(said);
      return size.matches() ? Integer.parseInt(size.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
