package shareddb.cli.result;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.migrate.snapshot.LostRows;

/** The text and the JSON of the rows that a downgrade would lose. */
public final class LostRowsText {

  private LostRowsText() {}

  public static String lines(List<LostRows> lost) {
    return lost.stream().map(one -> "\n  " + line(one)).collect(Collectors.joining());
  }

  public static String line(LostRows lost) {
    return switch (lost) {
      case LostRows.OfTable(String table, long rows) ->
          "table " + table + " with " + CountText.of(rows, "row");
      case LostRows.OfColumn(String table, String column, long rows) ->
          "column " + table + "." + column + " with a value in " + CountText.of(rows, "row");
      case LostRows.Deleted(String table, long rows) ->
          CountText.of(rows, "row") + " of table " + table;
    };
  }

  public static List<JsonObject> json(List<LostRows> lost) {
    return lost.stream()
        .map(one -> new JsonObject().put("what", line(one)).put("rows", one.rows()))
        .toList();
  }
}
