package shareddb.cli.output;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the number of columns of this terminal. */
public final class TerminalWidth {

  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ (\\d+)\\s*");

  private TerminalWidth() {}

  /** Returns the number of columns, or 0 if it is not known: then no line is cut. */
  public static int get() {
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
