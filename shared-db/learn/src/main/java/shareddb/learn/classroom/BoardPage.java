package shareddb.learn.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shareddb.learn.progress.ExerciseRecord;

/**
 * The grid of a class as a page for a projector. It always fills one screen: a large class stands
 * side by side in several blocks. It has no script, and loads nothing.
 */
final class BoardPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int ROWS_OF_A_BLOCK = 50;
  private static final int MOST_BLOCKS = 4;

  private final ClassGrid grid;
  private final StringBuilder html = new StringBuilder(100_000);

  private BoardPage(ClassGrid grid) {
    this.grid = grid;
  }

  static String of(ClassGrid grid, Instant now) {
    BoardPage page = new BoardPage(grid);
    page.build(now);
    return page.html.toString();
  }

  private void build(Instant now) {
    int learners = Math.max(1, grid.rows().size());
    int blocks = Math.min(MOST_BLOCKS, learners <= 30 ? 1 : 1 + (learners - 1) / ROWS_OF_A_BLOCK);
    int rows = (learners + blocks - 1) / blocks;
    html.append("<!doctype html><html lang=en><head><meta charset=utf-8><title>The class</title>");
    html.append("<meta name=viewport content='width=device-width'><style>").append(style());
    html.append(
        ":root{--blocks:%d;--rows:%d;--columns:%d}"
            .formatted(blocks, rows + 2, Math.max(1, grid.exercises().size())));
    html.append("</style></head><body>");
    header(now);
    html.append("<main>");
    for (int start = 0; start < grid.rows().size(); start += rows) {
      block(grid.rows().subList(start, Math.min(grid.rows().size(), start + rows)), blocks > 1);
    }
    html.append(grid.rows().isEmpty() ? "<p>There is no learner yet.</p>" : "");
    html.append("</main></body></html>");
  }

  private void header(Instant now) {
    long passed = grid.rows().stream().mapToLong(ClassGrid.Row::passed).sum();
    long all = (long) grid.rows().size() * grid.exercises().size();
    html.append(
        """
        <header><h1>%d learners</h1><p><b>%d</b> of %d passed%s</p>\
        <p class=legend><i class=passed>✓</i> passed <i class=tried>3</i> tried 3 times\
         <i>·</i> not begun</p><time>%s</time></header>
        """
            .formatted(
                grid.rows().size(),
                passed,
                all,
                all == 0 ? "" : " (" + 100 * passed / all + " %)",
                TIME.format(now.atZone(ZoneId.systemDefault()))));
  }

  private void block(List<ClassGrid.Row> rows, boolean isNarrow) {
    html.append("<table><thead><tr><th></th>");
    if (isNarrow) {
      modules();
    } else {
      exercises();
    }
    html.append("<th class=sum>Σ</th></tr></thead><tbody>");
    rows.forEach(this::row);
    html.append("</tbody>");
    if (!isNarrow) {
      totals();
    }
    html.append("</table>");
  }

  private void exercises() {
    for (String exercise : grid.exercises()) {
      html.append("<th%s>".formatted(border(exercise))).append(escaped(exercise)).append("</th>");
    }
  }

  /** Where several blocks stand side by side, there is room for the numbers of modules only. */
  private void modules() {
    Map<String, Long> widths =
        grid.exercises().stream()
            .collect(
                Collectors.groupingBy(
                    exercise -> exercise.substring(0, 2), TreeMap::new, Collectors.counting()));
    widths.forEach(
        (module, width) ->
            html.append(
                "<th class='first module' colspan=%d>%s</th>".formatted(width, escaped(module))));
  }

  private void totals() {
    html.append("<tfoot><tr><th>all</th>");
    for (String exercise : grid.exercises()) {
      html.append("<td%s>%d</td>".formatted(border(exercise), grid.passed(exercise)));
    }
    html.append("<td></td></tr></tfoot>");
  }

  private void row(ClassGrid.Row row) {
    html.append("<tr><th scope=row>").append(escaped(row.learner())).append("</th>");
    for (String exercise : grid.exercises()) {
      cell(exercise, row.progress().get(exercise));
    }
    html.append("<td class=sum>%d</td></tr>".formatted(row.passed()));
  }

  private void cell(String exercise, @Nullable ExerciseRecord progress) {
    String border = border(exercise);
    if (progress == null) {
      html.append("<td%s>·</td>".formatted(border));
    } else if (progress.passed()) {
      html.append("<td%s><i class=passed>✓</i></td>".formatted(border));
    } else {
      String tries = progress.tries() > 99 ? "99" : String.valueOf(progress.tries());
      html.append("<td%s><i class=tried>%s</i></td>".formatted(border, tries));
    }
  }

  /** A line before the first exercise of each module. */
  private String border(String exercise) {
    int at = grid.exercises().indexOf(exercise);
    return at > 0 && grid.exercises().get(at - 1).startsWith(exercise.substring(0, 2))
        ? ""
        : " class=first";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style() {
    try (InputStream style = BoardPage.class.getResourceAsStream("board.css")) {
      return new String(
          Objects.requireNonNull(style, "board.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read board.css", e);
    }
  }
}
