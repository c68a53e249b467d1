package shareddb.cli.sql;

import java.sql.SQLException;
import java.util.List;

/** Writes each column on its own line, for rows that are too wide for a table. */
record ExpandedFormat(ResultScreen screen) implements ResultFormat {

  @Override
  public void rows(ResultRows rows) throws SQLException {
    List<CellText> names = rows.columns().stream().map(c -> CellText.of(c.name(), screen)).toList();
    int width = names.stream().mapToInt(CellText::width).max().orElse(0);
    long count = 0;
    while (rows.next()) {
      count++;
      screen.line(screen.faint("-[ row " + count + " ]-"));
      for (int i = 0; i < names.size(); i++) {
        CellText value = CellText.of(rows.text(i), screen);
        String shown = value.isNull() ? screen.faint(value.text()) : value.text();
        screen.line(names.get(i).in(width, false, screen) + " | " + shown);
      }
    }
    screen.line(screen.faint(count == 1 ? "(1 row)" : "(" + count + " rows)"));
  }

  @Override
  public void done(String command, long count) {
    new TableFormat(screen).done(command, count);
  }
}
