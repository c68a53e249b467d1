package shareddb.cli.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shareddb.cli.output.JsonObject;

/** A JSON document for each result, written as its rows come: an array of objects. */
record JsonFormat(ResultScreen screen) implements ResultFormat {

  /** What Postgres writes for a number that is none, such as NaN, becomes a text. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  @Override
  public void rows(ResultSet rows) throws SQLException {
    List<ResultColumn> columns = ResultColumn.of(rows.getMetaData());
    List<String> keys = keys(columns);
    write("[");
    String separator = "\n";
    try {
      while (rows.next()) {
        StringBuilder row = new StringBuilder(separator).append('{');
        for (int i = 0; i < columns.size(); i++) {
          row.append(i == 0 ? "" : ",").append(keys.get(i)).append(':');
          row.append(value(columns.get(i), rows.getString(i + 1)));
        }
        write(row.append('}').toString());
        separator = ",\n";
      }
    } finally {
      // Also where the result breaks off: what was written stays a document.
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
    // In a JSON text of Postgres a bare CR can only stand between the parts.
    return asItIs ? text.replace('\r', ' ') : JsonObject.quoted(text);
  }

  /** Two columns may have one name; two members may not. */
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
