package shareddb.diagram.reading;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shareddb.diagram.model.Change;
import shareddb.diagram.model.DiagramTable;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.catalog.CatalogObject;

/**
 * The differences that a diagram does not draw, or cannot draw in full, as lines below it. What
 * comes or goes with a whole table, such as its indexes, is left out, and so is what a column's
 * mark already says.
 */
record OtherChanges(List<DiagramTable> tables) {

  private static final Set<String> OF_TABLES =
      Set.of("constraint", "trigger", "policy", "rule", "comment", "grant", "sequence", "index");

  static Change change(CatalogDifference difference) {
    return switch (difference) {
      case CatalogDifference.Missing ignored -> Change.REMOVED;
      case CatalogDifference.Unexpected ignored -> Change.ADDED;
      case CatalogDifference.Changed ignored -> Change.CHANGED;
    };
  }

  List<String> of(List<CatalogDifference> differences) {
    Set<String> constraints =
        differences.stream()
            .map(CatalogDifference::object)
            .filter(object -> object.kind().equals("constraint"))
            .map(object -> object.name().substring(object.name().indexOf('.') + 1))
            .collect(Collectors.toSet());
    return differences.stream()
        .filter(one -> !definition(one).startsWith("NOT NULL "))
        .filter(one -> !isIndexOf(constraints, one.object()) && !comesWithTable(one))
        .map(OtherChanges::line)
        .toList();
  }

  private static String line(CatalogDifference difference) {
    String line = change(difference).sign() + " " + difference.object();
    return switch (difference) {
      case CatalogDifference.Missing ignored -> line;
      case CatalogDifference.Unexpected ignored -> line;
      case CatalogDifference.Changed(var object, String wanted, String found) ->
          (line + ": " + wanted + " → " + found).replaceAll("\\s+", " ");
    };
  }

  private static boolean isIndexOf(Set<String> constraints, CatalogObject object) {
    return object.kind().equals("index") && constraints.contains(object.name());
  }

  private boolean comesWithTable(CatalogDifference difference) {
    return OF_TABLES.contains(difference.object().kind())
        && tables.stream()
            .filter(table -> table.change() == Change.ADDED || table.change() == Change.REMOVED)
            .anyMatch(table -> belongs(difference, table.name()));
  }

  private static boolean belongs(CatalogDifference difference, String table) {
    String name = difference.object().name();
    return switch (difference.object().kind()) {
      case "index" ->
          definition(difference).matches("(?s).* ON (ONLY )?\"?" + Pattern.quote(table) + "\"? .*");
      case "sequence" -> name.startsWith(table + "_");
      case "grant" -> name.startsWith(table + " to ") || name.startsWith(table + ".");
      case "comment" ->
          name.equals("relation " + table) || name.startsWith("column " + table + ".");
      default -> name.startsWith(table + ".");
    };
  }

  private static String definition(CatalogDifference difference) {
    return switch (difference) {
      case CatalogDifference.Missing(var object, String wanted) -> wanted;
      case CatalogDifference.Unexpected(var object, String found) -> found;
      case CatalogDifference.Changed(var object, String wanted, String found) -> found;
    };
  }
}
