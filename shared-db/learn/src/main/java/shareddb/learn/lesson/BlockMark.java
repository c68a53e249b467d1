package shareddb.learn.lesson;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the comments before a block say about it: its terminal, its file, or that it is not run. */
record BlockMark(int terminal, @Nullable String path, boolean isRun) {

  static final BlockMark NONE = new BlockMark(1, null, true);

  private static final Pattern COMMENT = Pattern.compile("<!-- (.+) -->");
  private static final Pattern TERMINAL = Pattern.compile("terminal ([1-9])");
  private static final Pattern FILE = Pattern.compile("file: (\\S+)");
  private static final Pattern NOT_RUN = Pattern.compile("not run: .+");

  static boolean isComment(String line) {
    return COMMENT.matcher(line).matches();
  }

  /** This mark with what the comment says, or null where the comment says nothing about a block. */
  @Nullable BlockMark with(String line) {
    String comment = COMMENT.matcher(line).replaceAll("$1");
    Matcher terminalOf = TERMINAL.matcher(comment);
    if (terminalOf.matches()) {
      return new BlockMark(Integer.parseInt(terminalOf.group(1)), path, isRun);
    }
    Matcher file = FILE.matcher(comment);
    if (file.matches()) {
      return new BlockMark(terminal, file.group(1), isRun);
    }
    return NOT_RUN.matcher(comment).matches() ? new BlockMark(terminal, path, false) : null;
  }
}
