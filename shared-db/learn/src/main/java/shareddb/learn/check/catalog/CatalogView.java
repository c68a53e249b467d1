package shareddb.learn.check.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import shareddb.learn.exercise.CheckEntry;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.catalog.CatalogObject;

/**
 * The part of a catalog that counts in an exercise, with free names or similar types made equal.
 */
public final class CatalogView {

  private static final Set<String> FREE_NAMES =
      Set.of("constraint", "index", "trigger", "policy", "statistics");

  /** In this order: the longer name first. */
  private static final Map<String, String> SIMILAR =
      new TreeMap<>(
          Map.of(
              "\\b(smallint|bigint|integer)\\b", "integer",
              "\\bcharacter varying(\\([0-9]+\\))?", "text",
              "\\bcharacter(\\([0-9]+\\))?(?! varying)", "text",
              "\\bnumeric(\\([0-9, ]+\\))?", "numeric",
              "::(text|integer|numeric|\"char\")(\\[\\])?", "",
              "[()]", ""));

  private final List<String> only;
  private final boolean namesAreFree;
  private final boolean typesAreCompatible;
  private final boolean comments;

  public CatalogView(CheckEntry.CatalogIs options) {
    only = options.only().orElse(List.of());
    namesAreFree = options.names().equals(Optional.of("free"));
    typesAreCompatible = options.types().equals(Optional.of("compatible"));
    comments = options.comments().orElse(false);
  }

  public Catalog of(Catalog catalog) {
    SortedMap<CatalogObject, String> definitions = new TreeMap<>();
    catalog
        .definitions()
        .forEach(
            (object, definition) -> {
              if (counts(object, definition)) {
                add(definitions, object, typesAreCompatible ? similar(definition) : definition);
              }
            });
    return new Catalog(definitions);
  }

  private boolean counts(CatalogObject object, String definition) {
    if (object.kind().equals("comment") && !comments) {
      return false;
    }
    return only.isEmpty() || only.stream().anyMatch(table -> isOf(table, object, definition));
  }

  private static boolean isOf(String table, CatalogObject object, String definition) {
    String name = object.name();
    return switch (object.kind()) {
      case "index" ->
          Pattern.compile(" ON (ONLY )?\"?" + Pattern.quote(table) + "\"? ")
              .matcher(definition)
              .find();
      case "grant" -> name.startsWith(table + " to ") || name.startsWith(table + ".");
      case "comment" -> name.endsWith(" " + table) || name.contains(" " + table + ".");
      default -> name.equals(table) || name.startsWith(table + ".");
    };
  }

  private void add(
      SortedMap<CatalogObject, String> definitions, CatalogObject object, String definition) {
    if (!namesAreFree || !FREE_NAMES.contains(object.kind())) {
      definitions.put(object, definition);
      return;
    }
    String name = object.name();
    int dot = name.lastIndexOf('.');
    String table = dot < 0 || object.kind().equals("index") ? "" : name.substring(0, dot + 1);
    String own = object.kind().equals("index") ? name : name.substring(dot + 1);
    String nameless = definition.replaceAll("\"?\\b" + Pattern.quote(own) + "\\b\"?", "…");
    // The definition takes the place of the name; two alike are counted.
    String key = table + "(" + nameless + ")";
    CatalogObject free = new CatalogObject(object.kind(), key);
    for (int n = 2; definitions.containsKey(free); n++) {
      free = new CatalogObject(object.kind(), key + " no. " + n);
    }
    definitions.put(free, nameless);
  }

  private static String similar(String definition) {
    String similar = definition;
    for (Map.Entry<String, String> type : SIMILAR.entrySet()) {
      similar = similar.replaceAll(type.getKey(), type.getValue());
    }
    return similar;
  }
}
