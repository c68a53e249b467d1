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

  /** What a dry run would change. */
  static void changes(List<CatalogDifference> changes, Terminal terminal) {
    Table table = new Table();
    for (CatalogDifference change : changes) {
      switch (change) {
        case CatalogDifference.Missing(var object, String before) ->
            table.row("  " + terminal.bad("-"), object.toString(), oneLine(before));
        case CatalogDifference.Unexpected(var object, String after) ->
            table.row("  " + terminal.good("+"), object.toString(), oneLine(after));
        case CatalogDifference.Changed(var object, String before, String after) ->
            table.row(
                "  " + terminal.strong("~"),
                object.toString(),
                oneLine(before) + " " + terminal.arrow() + " " + oneLine(after));
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
