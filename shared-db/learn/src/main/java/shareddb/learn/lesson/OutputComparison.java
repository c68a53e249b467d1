package shareddb.learn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the output that a page shows with the one that came. On the page an ellipsis stands for
 * the rest of its line, or in a line of its own for any number of lines.
 */
final class OutputComparison {

  private static final String ANY = "…";

  private final List<ShownLine> shown = new ArrayList<>();
  private final List<String> got;

  private OutputComparison(List<String> shown, List<String> got) {
    for (int i = 0; i < shown.size(); i++) {
      if (!OutputMask.isProgress(shown.get(i))) {
        this.shown.add(new ShownLine(i, shown.get(i), masked(shown.get(i))));
      }
    }
    this.got = OutputMask.withoutProgress(got);
  }

  /** The first line that differs, if any does. */
  static Optional<LineDifference> compare(List<String> shown, List<String> got) {
    return new OutputComparison(shown, got).difference(shown.size());
  }

  private Optional<LineDifference> difference(int end) {
    int line = 0;
    int at = 0;
    int ellipsis = -1;
    int retryAt = 0;
    Mismatch furthest = new Mismatch(-1, null);
    while (at < got.size() || line < shown.size()) {
      if (line < shown.size() && shown.get(line).masked().equals(ANY)) {
        ellipsis = line++;
        retryAt = at;
      } else if (line < shown.size() && at < got.size() && fits(shown.get(line), got.get(at))) {
        line++;
        at++;
      } else {
        furthest = furthest.orFurther(line, at < got.size() ? got.get(at) : null);
        if (ellipsis < 0 || retryAt >= got.size()) {
          return Optional.of(at(furthest, end));
        }
        line = ellipsis + 1;
        at = ++retryAt;
      }
    }
    return Optional.empty();
  }

  private LineDifference at(Mismatch mismatch, int end) {
    return mismatch.line() < shown.size()
        ? new LineDifference(
            shown.get(mismatch.line()).index(), shown.get(mismatch.line()).text(), mismatch.got())
        : new LineDifference(end, null, mismatch.got());
  }

  private static boolean fits(ShownLine shown, String got) {
    String[] parts = shown.masked().split(ANY, -1);
    String masked = OutputMask.masked(got);
    if (parts.length == 1) {
      return masked.equals(parts[0]);
    }
    int from = 0;
    for (int i = 0; i < parts.length - 1; i++) {
      int found = masked.indexOf(parts[i], from);
      if (found < 0 || (i == 0 && found > 0)) {
        return false;
      }
      from = found + parts[i].length();
    }
    String last = parts[parts.length - 1];
    return masked.length() - from >= last.length() && masked.endsWith(last);
  }

  private static String masked(String line) {
    // The blanks around an ellipsis belong to what it stands for.
    return OutputMask.masked(line).replaceAll(" ?… ?", ANY);
  }

  /** A line of the page, and which of the output it is. */
  private record ShownLine(int index, String text, String masked) {}

  /** The furthest line of the page that did not fit, and what came in its place. */
  private record Mismatch(int line, @Nullable String got) {

    Mismatch orFurther(int otherLine, @Nullable String other) {
      return otherLine > line ? new Mismatch(otherLine, other) : this;
    }
  }
}
