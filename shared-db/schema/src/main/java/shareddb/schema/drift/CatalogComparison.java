package shareddb.schema.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.catalog.CatalogObject;

/**
 * The comparison of two catalogs, with the order of columns apart from the differences that matter.
 *
 * @param differences the differences that matter, object by object
 * @param reordered the tables whose columns are only in another order: a column that was dropped
 *     and made again is last, and no migration can move it back
 */
public record CatalogComparison(List<CatalogDifference> differences, List<String> reordered) {

  private static final Pattern PLACED =
      Pattern.compile("at (?<place>[0-9]+) (?<rest>.*)", Pattern.DOTALL);

  /** Compares; {@code wanted} is the catalog that the track makes. */
  public static CatalogComparison of(Catalog wanted, Catalog found) {
    return new CatalogComparison(
        withoutPlaces(wanted).differences(withoutPlaces(found)), reordered(wanted, found));
  }

  public boolean same() {
    return differences.isEmpty();
  }

  private static Catalog withoutPlaces(Catalog catalog) {
    SortedMap<CatalogObject, String> definitions = new TreeMap<>(catalog.definitions());
    definitions.replaceAll(
        (object, definition) ->
            placed(object, definition).map(found -> found.group("rest")).orElse(definition));
    return new Catalog(definitions);
  }

  /**
   * Compares the order of the columns that both have, because an additional column moves the
   * others.
   */
  private static List<String> reordered(Catalog wanted, Catalog found) {
    Map<String, List<CatalogObject>> here = columns(wanted, found);
    Map<String, List<CatalogObject>> there = columns(found, wanted);
    return here.entrySet().stream()
        .filter(table -> !table.getValue().equals(there.get(table.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, List<CatalogObject>> columns(Catalog catalog, Catalog other) {
    Map<String, List<CatalogObject>> tables = new TreeMap<>();
    catalog.definitions().entrySet().stream()
        .filter(column -> other.definitions().containsKey(column.getKey()))
        .filter(column -> placed(column.getKey(), column.getValue()).isPresent())
        .sorted(Comparator.comparing(column -> place(column.getKey(), column.getValue())))
        .forEach(
            column ->
                tables
                    .computeIfAbsent(table(column.getKey()), table -> new ArrayList<>())
                    .add(column.getKey()));
    return tables;
  }

  private static String table(CatalogObject column) {
    return column.name().substring(0, Math.max(0, column.name().lastIndexOf('.')));
  }

  private static int place(CatalogObject object, String definition) {
    return placed(object, definition).map(m -> Integer.valueOf(m.group("place"))).orElse(0);
  }

  private static Optional<Matcher> placed(CatalogObject object, String definition) {
    Matcher matcher = PLACED.matcher(definition);
    return object.kind().equals("column") && matcher.matches()
        ? Optional.of(matcher)
        : Optional.empty();
  }
}
