package shareddb.cli.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shareddb.cli.output.JsonObject;

/** Writes each result as a JSON array of objects, while its rows arrive. */
record JsonFormat(ResultScreen screen) implements ResultFormat {

  /** A JSON number. Other values of a numeric column, such as NaN, are written as a string. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  @Override
  public void rows(ResultRows rows) throws SQLException {
    List<ResultColumn> columns = rows.columns();
    List<String> keys = keys(columns);
    write("[");
    String separator = "\n";
    try {
      while (rows.next()) {
        StringBuilder row = new StringBuilder(separator).append('{');
        for (int i = 0; i < columns.size(); i++) {
          row.append(i == 0 ? "" : ",").append(keys.get(i)).append(':');
          row.append(value(columns.get(i), rows.text(i)));
        }
        write(row.append('}').toString());
        separator = ",\n";
      }
    } finally {
      // Closes the array also if the result fails halfway, so that the output is valid JSON.
      write(separator.equals("\n") ? "]\n" : "\n]\n");
      screen.flush();
    }
  }

  @Override
  public void done(String command, long count) {
    JsonObject json = new JsonObject().put("command", command);
    write((count < 0 ? json.putNull("rows") : json.put("rows", count)) + "\n");
  }

  private void write(String text) {
    screen.text(screen.unicode() ? text : JsonObject.ascii(text));
  }

  private static String value(ResultColumn column, @Nullable String text) {
    if (text == null) {
      return "null";
    }
    if (column.isBoolean()) {
      return Boolean.toString(text.equals("t"));
    }
    boolean asItIs = column.isJson() || (column.isNumber() && NUMBER.matcher(text).matches());
    // In the JSON text that Postgres returns, a bare CR can stand only between tokens.
    return asItIs ? text.replace('\r', ' ') : JsonObject.quoted(text);
  }

  /** Returns unique keys: two columns may have the same name, two members of an object may not. */
  private static List<String> keys(List<ResultColumn> columns) {
    Set<String> taken = new HashSet<>();
    List<String> keys = new ArrayList<>();
    for (ResultColumn column : columns) {
      String key = column.name();
      for (int i = 2; !taken.add(key); i++) {
        key = column.name() + "_" + i;
      }
      keys.add(JsonObject.quoted(key));
    }
    return keys;
  }
}
