package shareddb.learn.check.catalog;

import java.util.Comparator;
import java.util.List;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.catalog.CatalogObject;

/**
 * A difference between two catalogs in the words of drift, and a hint for its kind. A definition
 * that would be the solution is not told.
 */
public final class DifferenceText {

  /** What others depend on comes first. */
  private static final List<String> ORDER =
      List.of("table", "column", "enum", "domain", "view", "constraint", "index", "function");

  private DifferenceText() {}

  public static CatalogDifference first(List<CatalogDifference> differences) {
    return differences.stream()
        .min(
            Comparator.<CatalogDifference>comparingInt(d -> place(d.object().kind()))
                .thenComparingInt(DifferenceText::urgency))
        .orElseThrow();
  }

  /** What is missing is said before what is too much: it may be there under another name. */
  private static int urgency(CatalogDifference difference) {
    return switch (difference) {
      case CatalogDifference.Missing missing -> 0;
      case CatalogDifference.Changed changed -> 1;
      case CatalogDifference.Unexpected unexpected -> 2;
    };
  }

  private static int place(String kind) {
    int place = ORDER.indexOf(kind);
    return place < 0 ? ORDER.size() : place;
  }

  public static String line(CatalogDifference difference) {
    CatalogObject object = difference.object();
    return switch (difference) {
      case CatalogDifference.Missing(var o, String wanted) -> named(object) + " is missing";
      case CatalogDifference.Unexpected(var o, String found) ->
          named(object) + " should not be there" + (isPlain(found) ? ": " + found.strip() : "");
      case CatalogDifference.Changed(var o, String wanted, String found) ->
          object.kind().equals("column")
              ? "%s should be %s, and is %s".formatted(object, wanted, found)
              : named(object) + " is not as it should be; it is " + oneLine(found);
    };
  }

  public static String help(CatalogDifference difference) {
    String kind = difference.object().kind();
    return switch (difference) {
      case CatalogDifference.Missing missing ->
          switch (kind) {
            case "constraint" -> "A rule of the task is not in the schema yet. Which one?";
            case "index" -> "Something that is looked for has no index yet.";
            case "grant" ->
                "The API's role may not do something that it needs: compare GRANT in V1.";
            case "policy" -> "A table with row level security needs a policy for what is allowed.";
            case "trigger" -> "A trigger that should be there is gone, or was never made.";
            case "comment" -> "The other migrations say what a column is for, by COMMENT ON.";
            default -> "Read the task again: it names a " + kind + " that is not there.";
          };
      case CatalogDifference.Unexpected unexpected ->
          switch (kind) {
            case "grant" -> "A role may do more than it needs.";
            default -> "Nothing in the task asks for it. Is it left over, or named differently?";
          };
      case CatalogDifference.Changed changed ->
          switch (kind) {
            case "trigger" -> "Was the trigger switched off and not on again?";
            case "column" -> "Compare type, NOT NULL and default with the task.";
            case "grant" -> "Compare what the API's role may do with what it needs.";
            default -> "Compare it with the task, word by word.";
          };
    };
  }

  /** With free names the name of an object is its definition, which is not told. */
  private static String named(CatalogObject object) {
    int bracket = object.name().indexOf('(');
    boolean free = bracket >= 0 && object.name().contains("…");
    if (!free) {
      return object.toString();
    }
    String table = object.name().substring(0, bracket).replaceFirst("\\.$", "");
    String article = object.kind().matches("^[aeiou].*") ? "an " : "a ";
    return article + object.kind() + (table.isEmpty() ? "" : " of " + table);
  }

  private static boolean isPlain(String definition) {
    return !definition.isBlank() && definition.length() <= 120 && !definition.contains("\n");
  }

  private static String oneLine(String definition) {
    String line = definition.strip().replaceAll("\\s+", " ");
    return line.length() <= 120 ? line : line.substring(0, 119) + "…";
  }
}
