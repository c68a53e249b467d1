package shareddb.cli.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Writes a table: numbers on the right, and columns cut to fit the terminal's width. */
record TableFormat(ResultScreen screen) implements ResultFormat {

  /**
   * How many rows are measured and printed at a time, so that a large result needs little memory.
   */
  private static final int PAGE = 1000;

  private static final int NARROWEST = 8;

  @Override
  public void rows(ResultRows rows) throws SQLException {
    List<ResultColumn> columns = rows.columns();
    List<CellText> header = columns.stream().map(c -> CellText.of(c.name(), screen)).toList();
    int[] widths = header.stream().mapToInt(CellText::width).toArray();
    long count = 0;
    List<List<CellText>> page;
    do {
      page = page(rows, columns.size());
      widen(widths, page);
      fit(widths);
      if (count == 0) {
        printHeader(header, columns, widths);
      }
      for (List<CellText> row : page) {
        screen.line(line(row, columns, widths));
      }
      count += page.size();
    } while (page.size() == PAGE);
    screen.line(screen.faint(count == 1 ? "(1 row)" : "(" + count + " rows)"));
  }

  @Override
  public void done(String command, long count) {
    screen.line(count < 0 ? command : command + " " + count);
  }

  private List<List<CellText>> page(ResultRows rows, int columns) throws SQLException {
    List<List<CellText>> page = new ArrayList<>();
    while (page.size() < PAGE && rows.next()) {
      List<CellText> row = new ArrayList<>(columns);
      for (int i = 0; i < columns; i++) {
        row.add(CellText.of(rows.text(i), screen));
      }
      page.add(row);
    }
    return page;
  }

  private static void widen(int[] widths, List<List<CellText>> page) {
    for (List<CellText> row : page) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).width());
      }
    }
  }

  /** Narrows the widest column until the line fits or that column has its minimal width. */
  private void fit(int[] widths) {
    int room = screen.width() - 3 * (widths.length - 1);
    while (screen.width() > 0 && total(widths) > room) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths.length == 0 || widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
    }
  }

  private static int total(int[] widths) {
    int total = 0;
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  private void printHeader(List<CellText> header, List<ResultColumn> columns, int[] widths) {
    screen.line(screen.strong(line(header, columns, widths)));
    StringJoiner rule = new StringJoiner("-+-");
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    screen.line(screen.faint(rule.toString()));
  }

  private String line(List<CellText> row, List<ResultColumn> columns, int[] widths) {
    StringJoiner line = new StringJoiner(" | ");
    for (int i = 0; i < row.size(); i++) {
      line.add(row.get(i).in(widths[i], columns.get(i).isNumber(), screen));
    }
    return line.toString().stripTrailing();
  }
}
