package shareddb.schema.autogenerate.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Sorts the items of a schema: those that are removed, changed in place, or made again. */
final class SchemaChanges {

  /** The kinds that belong to another item and are compared with it. */
  static final Set<String> HANGING_ON = Set.of("comment", "grant");

  /** The kinds that hold no rows; they are made again instead of being changed. */
  static final Set<String> MADE_ANEW =
      Set.of("view", "materialized view", "trigger", "policy", "index", "constraint", "type");

  /** The kinds that block a change to an item that they use. */
  private static final Set<String> IN_THE_WAY =
      Set.of("view", "materialized view", "trigger", "policy", "function", "procedure");

  private final SchemaModel from;
  private final SchemaModel to;
  private final Set<String> removed;
  private final Set<String> rebuilt = new TreeSet<>();
  private final Set<String> newEnums = new TreeSet<>();

  SchemaChanges(SchemaModel from, SchemaModel to) {
    this.from = from;
    this.to = to;
    this.removed = new TreeSet<>(from.items().keySet());
    removed.removeAll(to.items().keySet());
    changed().forEach(this::decide);
    clearTheWay();
  }

  SchemaModel from() {
    return from;
  }

  SchemaModel to() {
    return to;
  }

  boolean isRemoved(String key) {
    return removed.contains(key);
  }

  /** Whether the old item is removed or replaced. */
  boolean isGone(String key) {
    return removed.contains(key) || rebuilt.contains(key);
  }

  boolean isRebuilt(String key) {
    return rebuilt.contains(key);
  }

  Set<String> gone() {
    Set<String> gone = new TreeSet<>(removed);
    gone.addAll(rebuilt);
    return gone;
  }

  /** Enums that are replaced by a new type with the same name. */
  Set<String> newEnums() {
    return newEnums;
  }

  Stream<SchemaItem> changed() {
    return to.items().values().stream()
        .filter(item -> !HANGING_ON.contains(item.kind()))
        .filter(item -> from.items().containsKey(item.key()) && !before(item).isLike(item));
  }

  SchemaItem before(SchemaItem item) {
    return Objects.requireNonNull(from.items().get(item.key()), item.key());
  }

  private void decide(SchemaItem item) {
    SchemaItem before = before(item);
    boolean anew =
        switch (item.kind()) {
          case "function", "procedure" ->
              !before.get("arguments").equals(item.get("arguments"))
                  || !before.get("result").equals(item.get("result"));
          case "column" -> ColumnDdl.mustBeMadeAnew(before, item);
          default -> MADE_ANEW.contains(item.kind());
        };
    if (anew) {
      rebuilt.add(item.key());
    }
    if (item.kind().equals("enum")
        && (!EnumDdl.onlyAdds(before, item) || isUsedAtOnce(before, item))) {
      newEnums.add(item.key());
    }
  }

  /**
   * Whether another item uses an added value. Postgres allows that only after the transaction that
   * added it.
   */
  private boolean isUsedAtOnce(SchemaItem before, SchemaItem item) {
    List<String> uses =
        EnumDdl.added(before, item).stream().map(label -> label + "::" + item.get("sql")).toList();
    return to.items().values().stream()
        .filter(other -> !from.items().containsKey(other.key()) || !before(other).isLike(other))
        .flatMap(other -> other.facts().values().stream())
        .anyMatch(fact -> uses.stream().anyMatch(fact::contains));
  }

  /**
   * Marks every user of a removed or changed item, so that it is dropped before and made again
   * after.
   */
  private void clearTheWay() {
    Map<String, Set<String>> users = DependencyOrder.users(from);
    Deque<String> open = new ArrayDeque<>(removed);
    open.addAll(rebuilt);
    open.addAll(newEnums);
    changed()
        .filter(item -> item.kind().equals("column") && ColumnDdl.isOtherType(before(item), item))
        .forEach(item -> open.add(item.key()));
    newEnums.forEach(key -> columnsOf(key).forEach(column -> open.add(column.key())));
    Set<String> seen = new TreeSet<>();
    while (!open.isEmpty()) {
      String key = open.pop();
      if (seen.add(key)) {
        users.getOrDefault(key, Set.of()).stream()
            .filter(user -> standsInTheWay(user, key))
            .forEach(
                user -> {
                  rebuilt.add(user);
                  open.add(user);
                });
        indexesOf(key).forEach(rebuilt::add);
      }
    }
    rebuilt.removeIf(key -> !to.items().containsKey(key));
  }

  private boolean standsInTheWay(String user, String used) {
    SchemaItem item = from.items().get(user);
    if (item == null || !to.items().containsKey(user)) {
      return false;
    }
    boolean ofAnEnum = newEnums.contains(used) && item.kind().matches("index|constraint");
    boolean ofAFunction = used.startsWith("function ") && item.kind().matches("index|constraint");
    boolean ofAConstraint = used.startsWith("constraint ") && item.kind().equals("constraint");
    return IN_THE_WAY.contains(item.kind()) || ofAnEnum || ofAFunction || ofAConstraint;
  }

  private Stream<String> indexesOf(String key) {
    return key.startsWith("materialized view ")
        ? from.items().values().stream()
            .filter(item -> item.kind().equals("index"))
            .filter(item -> item.parent().filter(key::equals).isPresent())
            .map(SchemaItem::key)
        : Stream.of();
  }

  List<SchemaItem> columnsOf(String type) {
    return from.items().values().stream()
        .filter(item -> item.kind().equals("column"))
        .filter(item -> from.references().getOrDefault(item.key(), Set.of()).contains(type))
        .filter(item -> !removed.contains(item.key()))
        .toList();
  }

  boolean isMade(String key) {
    return !from.items().containsKey(key) || rebuilt.contains(key);
  }
}
