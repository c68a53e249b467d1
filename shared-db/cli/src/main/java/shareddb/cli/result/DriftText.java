package shareddb.cli.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.catalog.CatalogObject;

/** The text and the JSON of differences between two states of a schema. */
public enum DriftText {
  /** The schema differs from its track. */
  DRIFT(
      "is missing: ",
      "no migration makes it: ",
      "reason",
      "missing",
      "unexpected",
      "wanted",
      "found"),

  /** The dry run would change the schema. */
  CHANGES("", "", "change", "dropped", "created", "before", "after");

  private static final int LONGEST = 160;

  private final String isMissing;
  private final String isUnexpected;
  private final String reason;
  private final String missing;
  private final String unexpected;
  private final String wanted;
  private final String found;

  DriftText(
      String isMissing,
      String isUnexpected,
      String reason,
      String missing,
      String unexpected,
      String wanted,
      String found) {
    this.isMissing = isMissing;
    this.isUnexpected = isUnexpected;
    this.reason = reason;
    this.missing = missing;
    this.unexpected = unexpected;
    this.wanted = wanted;
    this.found = found;
  }

  public void print(List<CatalogDifference> differences, Terminal terminal) {
    TextTable table = new TextTable();
    for (CatalogDifference difference : differences) {
      String object = difference.object().toString();
      switch (difference) {
        case CatalogDifference.Missing(var o, String before) ->
            table.row("  " + terminal.bad("-"), object, isMissing + oneLine(before));
        case CatalogDifference.Unexpected(var o, String after) ->
            table.row("  " + terminal.good("+"), object, isUnexpected + oneLine(after));
        case CatalogDifference.Changed(var o, String before, String after) ->
            table.row(
                "  " + terminal.strong("~"),
                object,
                (this == DRIFT ? "should be %s, and is %s" : "%s " + terminal.arrow() + " %s")
                    .formatted(oneLine(before), oneLine(after)));
      }
    }
    terminal.print(table);
  }

  public static void reordered(List<String> tables, Terminal terminal) {
    for (String table : tables) {
      String what = "  = table " + table + "  its columns stand in another order: harmless";
      terminal.print(terminal.faint(what));
    }
  }

  public List<JsonObject> json(List<CatalogDifference> differences) {
    return differences.stream().map(this::json).toList();
  }

  private JsonObject json(CatalogDifference difference) {
    return switch (difference) {
      case CatalogDifference.Missing(var object, String before) ->
          json(object, missing, before, null);
      case CatalogDifference.Unexpected(var object, String after) ->
          json(object, unexpected, null, after);
      case CatalogDifference.Changed(var object, String before, String after) ->
          json(object, "changed", before, after);
    };
  }

  private JsonObject json(
      CatalogObject object, String change, @Nullable String before, @Nullable String after) {
    return new JsonObject()
        .put("kind", object.kind())
        .put("name", object.name())
        .put(reason, change)
        .put(wanted, before)
        .put(found, after);
  }

  private static String oneLine(String definition) {
    String line = definition.strip().replaceAll("\\s+", " ");
    String shown = line.isEmpty() ? "(nothing more to say of it)" : line;
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST - 1) + "...";
  }
}
