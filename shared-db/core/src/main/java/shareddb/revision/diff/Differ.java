package shareddb.revision.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the statements that make one schema of another: what stands in the way is dropped first,
 * then everything is made and changed in the order of who needs whom, and what nobody needs any
 * more is dropped last.
 */
public final class Differ {

  private static final Set<String> HANGING_ON = Set.of("comment", "grant");

  /** What holds no rows, and is made anew instead of being changed. */
  private static final Set<String> MADE_ANEW =
      Set.of("view", "materialized view", "trigger", "policy", "index", "constraint", "type");

  /** What stands in the way of a change to what it uses. */
  private static final Set<String> IN_THE_WAY =
      Set.of("view", "materialized view", "trigger", "policy", "function", "procedure");

  private final SchemaModel from;
  private final SchemaModel to;
  private final Set<String> removed;
  private final Set<String> rebuilt = new TreeSet<>();
  private final Set<String> newEnums = new TreeSet<>();

  private Differ(SchemaModel from, SchemaModel to) {
    this.from = from;
    this.to = to;
    this.removed = new TreeSet<>(from.items().keySet());
    removed.removeAll(to.items().keySet());
  }

  /** The script, as it stands in a file; empty where the two are alike. */
  public static String script(SchemaModel from, SchemaModel to) {
    List<Statement> statements = new Differ(from, to).statements();
    StringBuilder script = new StringBuilder();
    for (Statement statement : statements) {
      script.append(script.isEmpty() ? "" : "\n").append(statement.written());
    }
    return script.toString();
  }

  private List<Statement> statements() {
    changed().forEach(this::decide);
    clearTheWay();
    List<Statement> statements = new ArrayList<>();
    Topology.reversed(from, early()).forEach(item -> statements.add(Ddl.drop(item)));
    List<Item> middle = Topology.sort(to, middle());
    if (middle.stream().anyMatch(item -> item.kind().matches("function|procedure"))) {
      statements.addFirst(
          Statement.of(
              "SET LOCAL check_function_bodies = off",
              "A function may name what is made after it."));
    }
    middle.forEach(item -> statements.addAll(make(item)));
    statements.addAll(late());
    statements.addAll(owners());
    Set<String> gone = new TreeSet<>(removed);
    gone.addAll(rebuilt);
    List<Item> made = middle.stream().filter(item -> isMade(item.key())).toList();
    statements.addAll(Access.between(from, to, gone, made));
    return statements;
  }

  private Stream<Item> changed() {
    return to.items().values().stream()
        .filter(item -> !HANGING_ON.contains(item.kind()))
        .filter(item -> from.items().containsKey(item.key()) && !before(item).isLike(item));
  }

  private Item before(Item item) {
    return Objects.requireNonNull(from.items().get(item.key()), item.key());
  }

  private void decide(Item item) {
    Item before = before(item);
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

  /** A value that is added can be used only after the transaction that added it. */
  private boolean isUsedAtOnce(Item before, Item item) {
    List<String> uses =
        EnumDdl.added(before, item).stream().map(label -> label + "::" + item.get("sql")).toList();
    return to.items().values().stream()
        .filter(other -> !from.items().containsKey(other.key()) || !before(other).isLike(other))
        .flatMap(other -> other.facts().values().stream())
        .anyMatch(fact -> uses.stream().anyMatch(fact::contains));
  }

  /** Whatever uses something that goes, or gets another type, is dropped and made anew. */
  private void clearTheWay() {
    Map<String, Set<String>> users = Topology.users(from);
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
    Item item = from.items().get(user);
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
            .map(Item::key)
        : Stream.of();
  }

  private List<Item> columnsOf(String type) {
    return from.items().values().stream()
        .filter(item -> item.kind().equals("column"))
        .filter(item -> from.references().getOrDefault(item.key(), Set.of()).contains(type))
        .filter(item -> !removed.contains(item.key()))
        .toList();
  }

  private boolean isMade(String key) {
    return !from.items().containsKey(key) || rebuilt.contains(key);
  }

  /** What goes with what it belongs to needs no statement. */
  private boolean goesAlong(Item item) {
    return item.parent()
        .filter(parent -> removed.contains(parent) || rebuilt.contains(parent))
        .isPresent();
  }

  private List<Item> early() {
    return from.items().values().stream()
        .filter(item -> removed.contains(item.key()) || rebuilt.contains(item.key()))
        .filter(item -> !goesAlong(item) && isDroppedEarly(item))
        .toList();
  }

  private boolean isDroppedEarly(Item item) {
    if (HANGING_ON.contains(item.kind())) {
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
    boolean usesOthers = MADE_ANEW.contains(item.kind()) && !item.kind().equals("type");
    return rebuilt.contains(item.key()) || usesOthers || nameIsUsedAgain;
  }

  private List<Item> middle() {
    Set<String> inside = new TreeSet<>();
    to.items().values().stream()
        .filter(item -> item.kind().equals("column") || Ddl.isInline(item))
        .filter(item -> item.parent().filter(this::isMade).isPresent())
        .forEach(item -> inside.add(item.key()));
    return to.items().values().stream()
        .filter(item -> !HANGING_ON.contains(item.kind()) && !inside.contains(item.key()))
        .filter(item -> isMade(item.key()) || !before(item).isLike(item))
        .toList();
  }

  private List<Statement> make(Item item) {
    if (isMade(item.key())) {
      return Ddl.create(item, to);
    }
    Item before = before(item);
    return switch (item.kind()) {
      case "table" -> TableDdl.alter(before, item);
      case "column" -> usesNewEnum(item) ? List.of() : ColumnDdl.alter(before, item);
      case "domain" -> DomainDdl.alter(before, item);
      case "enum" ->
          newEnums.contains(item.key())
              ? EnumDdl.rebuild(before, item, columnsOf(item.key()), to)
              : EnumDdl.add(before, item);
      case "sequence" ->
          before.get("options of sequence").equals(item.get("options of sequence"))
              ? List.of()
              : List.of(
                  Statement.of(
                      "ALTER SEQUENCE " + item.get("sql") + " " + item.get("options of sequence")));
      default -> Ddl.create(item, to);
    };
  }

  /** Its default was set when its type was made anew. */
  private boolean usesNewEnum(Item column) {
    boolean onlyDefault =
        column.without("place", "default").equals(before(column).without("place", "default"));
    return onlyDefault
        && newEnums.stream()
            .anyMatch(key -> columnsOf(key).stream().anyMatch(c -> c.key().equals(column.key())));
  }

  private List<Statement> late() {
    List<Item> items =
        from.items().values().stream()
            .filter(item -> removed.contains(item.key()) && !goesAlong(item))
            .filter(item -> !HANGING_ON.contains(item.kind()) && !isDroppedEarly(item))
            .filter(item -> !isDroppedWithItsColumn(item))
            .toList();
    List<Item> order = Topology.reversed(from, items);
    List<Statement> statements = new ArrayList<>(circles(order));
    order.forEach(item -> statements.add(Ddl.drop(item)));
    return statements;
  }

  /** Of tables that refer to one another, none can be dropped first but for this. */
  private List<Statement> circles(List<Item> order) {
    List<String> keys = order.stream().map(Item::key).toList();
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
        .map(Ddl::drop)
        .toList();
  }

  private boolean isDroppedWithItsColumn(Item item) {
    return item.kind().equals("sequence") && removed.contains("column " + item.get("owned by"));
  }

  private List<Statement> owners() {
    return to.items().values().stream()
        .filter(item -> item.kind().equals("sequence"))
        .filter(
            item -> {
              Item before = from.items().get(item.key());
              return !item.get("owned by").equals(before == null ? "" : before.get("owned by"));
            })
        .map(
            item ->
                Statement.of(
                    "ALTER SEQUENCE "
                        + item.get("sql")
                        + " OWNED BY "
                        + (item.has("owned by") ? item.get("owned by") : "NONE")))
        .toList();
  }
}
