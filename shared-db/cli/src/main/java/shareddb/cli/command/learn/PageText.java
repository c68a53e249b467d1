package shareddb.cli.command.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TerminalWidth;

/**
 * A page of an exercise as a terminal shows it: paragraphs fill its lines, code stays as it is, and
 * what is strong in Markdown is strong.
 */
final class PageText {

  private static final int MOST_COLUMNS = 88;
  private static final Pattern STRONG = Pattern.compile("\\*\\*(.+?)\\*\\*", Pattern.DOTALL);

  /** These lines begin something of their own. */
  private static final Pattern OWN_LINE = Pattern.compile("(#|[-*] |[0-9]+\\. |\\||>|    ).*");

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private boolean code;

  private final int columns;

  private PageText(int columns) {
    this.columns = columns;
  }

  /** The columns of the terminal, or 0 if output is none. */
  static int columns(Terminal terminal) {
    return terminal.isWatched() ? TerminalWidth.get() : 0;
  }

  static String of(String markdown, Terminal terminal) {
    int columns = columns(terminal);
    PageText page = new PageText(columns == 0 ? MOST_COLUMNS : Math.min(columns, MOST_COLUMNS));
    markdown.lines().forEach(page::add);
    page.end();
    return STRONG
        .matcher(String.join("\n", page.lines))
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    // A mark of a style ends with its line.
                    String.join("\n", match.group(1).lines().map(terminal::strong).toList())));
  }

  private void add(String line) {
    if (line.startsWith("```")) {
      end();
      code = !code;
    } else if (code) {
      lines.add("    " + line);
    } else if (line.isBlank()) {
      end();
      lines.add("");
    } else {
      if (OWN_LINE.matcher(line).matches()) {
        end();
      }
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
    }
  }

  private void end() {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.toString().split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    paragraph.setLength(0);
  }
}
