package shareddb.cli;

import java.util.List;
import shareddb.catalog.CatalogDifference;

/** How differences are shown: a line for each object, with the reason. */
final class DriftLines {

  private static final int LONGEST = 160;

  private DriftLines() {}

  static String count(List<?> things, String name) {
    return things.size() + " " + name + (things.size() == 1 ? "" : "s");
  }

  static void differences(List<CatalogDifference> differences, Terminal terminal) {
    Table table = new Table();
    for (CatalogDifference difference : differences) {
      switch (difference) {
        case CatalogDifference.Missing(var object, String wanted) ->
            table.row(
                "  " + terminal.bad("-"), object.toString(), "is missing: " + oneLine(wanted));
        case CatalogDifference.Unexpected(var object, String found) ->
            table.row(
                "  " + terminal.good("+"),
                object.toString(),
                "no migration makes it: " + oneLine(found));
        case CatalogDifference.Changed(var object, String wanted, String found) ->
            table.row(
                "  " + terminal.strong("~"),
                object.toString(),
                "should be " + oneLine(wanted) + ", and is " + oneLine(found));
      }
    }
    terminal.print(table);
  }

  static void reordered(List<String> tables, Terminal terminal) {
    tables.forEach(
        table ->
            terminal.print(
                terminal.faint(
                    "  = table " + table + "  its columns stand in another order: harmless")));
  }

  private static String oneLine(String definition) {
    String line = definition.strip().replaceAll("\\s+", " ");
    String shown = line.isEmpty() ? "(nothing more to say of it)" : line;
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST - 1) + "...";
  }
}
