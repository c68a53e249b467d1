package shareddb.cli;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.cli.json.Json;
import shareddb.snapshot.LostRows;

/** What a downgrade would drop or delete, for people and for scripts. */
final class LostRowsText {

  private LostRowsText() {}

  static String lines(List<LostRows> lost) {
    return lost.stream().map(one -> "\n  " + line(one)).collect(Collectors.joining());
  }

  static String line(LostRows lost) {
    return switch (lost) {
      case LostRows.OfTable(String table, long rows) ->
          "table " + table + " with " + Amount.of(rows, "row");
      case LostRows.OfColumn(String table, String column, long rows) ->
          "column " + table + "." + column + " with a value in " + Amount.of(rows, "row");
      case LostRows.Deleted(String table, long rows) ->
          Amount.of(rows, "row") + " of table " + table;
    };
  }

  static List<Json> json(List<LostRows> lost) {
    return lost.stream()
        .map(one -> new Json().put("what", line(one)).put("rows", one.rows()))
        .toList();
  }
}
