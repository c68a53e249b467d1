package shareddb.cli.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes results as comma-separated values (RFC 4180): a header, then the rows. */
record CsvFormat(ResultScreen screen) implements ResultFormat {

  private static final Pattern PLAIN = Pattern.compile("[^\",\r\n]+");

  @Override
  public void rows(ResultRows rows) throws SQLException {
    List<ResultColumn> columns = rows.columns();
    StringJoiner header = new StringJoiner(",", "", "\r\n");
    columns.forEach(column -> header.add(cell(column.name())));
    screen.data(header.toString());
    while (rows.next()) {
      StringJoiner row = new StringJoiner(",", "", "\r\n");
      for (int i = 0; i < columns.size(); i++) {
        row.add(cell(rows.text(i)));
      }
      screen.data(row.toString());
    }
    screen.flush();
  }

  /** Writes nothing, as the command is not a row of a result. */
  @Override
  public void done(String command, long count) {}

  /** Writes a cell as Postgres does: nothing for NULL, two quotes for an empty text. */
  private static String cell(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return PLAIN.matcher(text).matches() ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
