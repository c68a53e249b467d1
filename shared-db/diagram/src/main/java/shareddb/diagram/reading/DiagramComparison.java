package shareddb.diagram.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import shareddb.diagram.model.Change;
import shareddb.diagram.model.Diagram;
import shareddb.diagram.model.DiagramColumn;
import shareddb.diagram.model.DiagramRelation;
import shareddb.diagram.model.DiagramTable;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.catalog.CatalogObject;
import shareddb.schema.drift.CatalogComparison;

/**
 * One diagram of two states of a schema. Parts of both states are in it, each marked with how it
 * differs; the catalogs decide whether it does.
 */
public final class DiagramComparison {

  private final List<CatalogDifference> differences;
  private final Map<CatalogObject, Change> changes = new HashMap<>();
  private final Set<CatalogObject> drawn = new HashSet<>();

  private DiagramComparison(SchemaReading before, SchemaReading after) {
    differences = CatalogComparison.of(before.catalog(), after.catalog()).differences();
    differences.forEach(one -> changes.put(one.object(), OtherChanges.change(one)));
  }

  /** Compares; what only {@code after} has is added. */
  public static Diagram of(SchemaReading before, SchemaReading after) {
    return new DiagramComparison(before, after).merge(before.diagram(), after.diagram());
  }

  private Diagram merge(Diagram before, Diagram after) {
    List<DiagramTable> tables =
        merged(before.tables(), after.tables(), DiagramTable::name, this::table);
    List<DiagramRelation> relations =
        merged(
            before.relations(),
            after.relations(),
            relation -> List.of(relation.table(), relation.name()),
            (shown, old, fresh) ->
                shown.with(change("constraint", shown.table() + "." + shown.name())));
    List<CatalogDifference> others =
        differences.stream().filter(one -> !drawn.contains(one.object())).toList();
    return new Diagram(tables, relations, new OtherChanges(tables).of(others));
  }

  private DiagramTable table(
      DiagramTable shown, Optional<DiagramTable> before, Optional<DiagramTable> after) {
    List<DiagramColumn> columns =
        merged(
            columns(before),
            columns(after),
            DiagramColumn::name,
            (column, old, fresh) ->
                column.with(change("column", shown.name() + "." + column.name())));
    Change own = change(catalogKind(shown.kind()), shown.name());
    boolean differs =
        columns.stream().anyMatch(column -> column.change() != Change.SAME)
            || before.stream()
                .anyMatch(old -> after.isPresent() && !old.notes().equals(shown.notes()));
    return new DiagramTable(
        shown.name(),
        shown.kind(),
        columns,
        shown.notes(),
        own == Change.SAME && differs ? Change.CHANGED : own);
  }

  private static List<DiagramColumn> columns(Optional<DiagramTable> table) {
    return table.map(DiagramTable::columns).orElse(List.of());
  }

  /** A changed object is drawn, but what is changed about it has to be said in words. */
  private Change change(String kind, String name) {
    CatalogObject object = new CatalogObject(kind, name);
    Change change = changes.getOrDefault(object, Change.SAME);
    if (change != Change.CHANGED) {
      drawn.add(object);
    }
    return change;
  }

  private static String catalogKind(DiagramTable.Kind kind) {
    return switch (kind) {
      case TABLE, PARTITIONED_TABLE -> "table";
      case FOREIGN_TABLE -> "foreign table";
      case VIEW -> "view";
      case MATERIALIZED_VIEW -> "materialized view";
      case OUTSIDE -> "";
    };
  }

  /** Makes the part that is drawn from the part to show, and from both states of it. */
  @FunctionalInterface
  private interface Merge<T> {
    T of(T shown, Optional<T> before, Optional<T> after);
  }

  /**
   * The parts of both states: those of the later one in their order, and each part that only the
   * earlier one has behind the part that it followed.
   */
  private static <T, K> List<T> merged(
      List<T> before, List<T> after, Function<T, K> key, Merge<T> merge) {
    Map<K, T> old = new LinkedHashMap<>();
    before.forEach(part -> old.put(key.apply(part), part));
    Map<K, T> fresh = new LinkedHashMap<>();
    after.forEach(part -> fresh.put(key.apply(part), part));
    List<T> order = new ArrayList<>(after);
    int place = 0;
    for (Map.Entry<K, T> part : old.entrySet()) {
      T same = fresh.get(part.getKey());
      if (same == null) {
        order.add(place++, part.getValue());
      } else {
        place = order.indexOf(same) + 1;
      }
    }
    return order.stream()
        .map(
            part ->
                merge.of(
                    part,
                    Optional.ofNullable(old.get(key.apply(part))),
                    Optional.ofNullable(fresh.get(key.apply(part)))))
        .toList();
  }
}
