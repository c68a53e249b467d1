package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The statements that drop items: first those that block other changes, last those that are no
 * longer used.
 */
final class Drops {

  private final SchemaChanges changes;
  private final SchemaModel from;
  private final SchemaModel to;

  Drops(SchemaChanges changes) {
    this.changes = changes;
    this.from = changes.from();
    this.to = changes.to();
  }

  List<DiffStatement> early() {
    List<SchemaItem> items =
        from.items().values().stream()
            .filter(item -> changes.isGone(item.key()))
            .filter(item -> !goesAlong(item) && isDroppedEarly(item))
            .toList();
    return DependencyOrder.reversed(from, items).stream().map(ItemDdl::drop).toList();
  }

  List<DiffStatement> late() {
    List<SchemaItem> items =
        from.items().values().stream()
            .filter(item -> changes.isRemoved(item.key()) && !goesAlong(item))
            .filter(
                item -> !SchemaChanges.HANGING_ON.contains(item.kind()) && !isDroppedEarly(item))
            .filter(item -> !isDroppedWithItsColumn(item))
            .toList();
    List<SchemaItem> order = DependencyOrder.reversed(from, items);
    List<DiffStatement> statements = new ArrayList<>(circles(order));
    order.forEach(item -> statements.add(ItemDdl.drop(item)));
    return statements;
  }

  /** Whether the item is dropped together with its parent, so that it needs no statement. */
  private boolean goesAlong(SchemaItem item) {
    return item.parent().filter(changes::isGone).isPresent();
  }

  private boolean isDroppedEarly(SchemaItem item) {
    if (SchemaChanges.HANGING_ON.contains(item.kind())) {
      return false;
    }
    boolean nameIsUsedAgain =
        item.has("sql")
            && !item.kind().equals("column")
            && to.items().values().stream()
                .anyMatch(
                    other ->
                        !other.key().equals(item.key())
                            && !from.items().containsKey(other.key())
                            && other.get("sql").equals(item.get("sql")));
    boolean usesOthers =
        SchemaChanges.MADE_ANEW.contains(item.kind()) && !item.kind().equals("type");
    return changes.isRebuilt(item.key()) || usesOthers || nameIsUsedAgain;
  }

  /**
   * Drops the foreign keys of tables that refer to one another, if no order of the drops fits them.
   */
  private List<DiffStatement> circles(List<SchemaItem> order) {
    List<String> keys = order.stream().map(SchemaItem::key).toList();
    return from.items().values().stream()
        .filter(
            item ->
                item.get("type").equals("f") && item.parent().filter(keys::contains).isPresent())
        .filter(
            item ->
                from.references().getOrDefault(item.key(), Set.of()).stream()
                    .map(key -> from.items().get(key))
                    .filter(Objects::nonNull)
                    .map(used -> used.parent().orElse(used.key()))
                    .anyMatch(
                        table ->
                            keys.contains(table)
                                && keys.indexOf(table) < keys.indexOf(item.parent().orElseThrow())))
        .map(ItemDdl::drop)
        .toList();
  }

  private boolean isDroppedWithItsColumn(SchemaItem item) {
    return item.kind().equals("sequence") && changes.isRemoved("column " + item.get("owned by"));
  }
}
