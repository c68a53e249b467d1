package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the statements that turn one schema into another. First it drops the items that block
 * changes, then it makes and changes items in the order of their dependencies, and last it drops
 * items that are no longer used.
 */
public final class SchemaDiff {

  private final SchemaModel from;
  private final SchemaModel to;
  private final SchemaChanges changes;

  private SchemaDiff(SchemaModel from, SchemaModel to) {
    this.from = from;
    this.to = to;
    this.changes = new SchemaChanges(from, to);
  }

  /** The script as it is written to a file; empty if the two are equal. */
  public static String script(SchemaModel from, SchemaModel to) {
    List<DiffStatement> statements = new SchemaDiff(from, to).statements();
    StringBuilder script = new StringBuilder();
    for (DiffStatement statement : statements) {
      script.append(script.isEmpty() ? "" : "\n").append(statement.written());
    }
    return script.toString();
  }

  private List<DiffStatement> statements() {
    Drops drops = new Drops(changes);
    List<SchemaItem> middle = DependencyOrder.sort(to, middle());
    List<DiffStatement> statements = new ArrayList<>();
    if (middle.stream().anyMatch(item -> item.kind().matches("function|procedure"))) {
      statements.add(
          DiffStatement.of(
              "SET LOCAL check_function_bodies = off",
              "A function may name what is made after it."));
    }
    statements.addAll(drops.early());
    middle.forEach(item -> statements.addAll(make(item)));
    statements.addAll(drops.late());
    statements.addAll(owners());
    List<SchemaItem> made = middle.stream().filter(item -> changes.isMade(item.key())).toList();
    statements.addAll(CommentsAndGrants.between(from, to, changes.gone(), made));
    return statements;
  }

  private List<SchemaItem> middle() {
    Set<String> inside = new TreeSet<>();
    to.items().values().stream()
        .filter(item -> item.kind().equals("column") || ItemDdl.isInline(item))
        .filter(item -> item.parent().filter(changes::isMade).isPresent())
        .forEach(item -> inside.add(item.key()));
    return to.items().values().stream()
        .filter(
            item -> !SchemaChanges.HANGING_ON.contains(item.kind()) && !inside.contains(item.key()))
        .filter(item -> changes.isMade(item.key()) || !changes.before(item).isLike(item))
        .toList();
  }

  private List<DiffStatement> make(SchemaItem item) {
    if (changes.isMade(item.key())) {
      return ItemDdl.create(item, to);
    }
    SchemaItem before = changes.before(item);
    return switch (item.kind()) {
      case "table" -> TableDdl.alter(before, item);
      case "column" -> usesNewEnum(item) ? List.of() : ColumnDdl.alter(before, item);
      case "domain" -> DomainDdl.alter(before, item);
      case "enum" ->
          changes.newEnums().contains(item.key())
              ? EnumDdl.rebuild(before, item, changes.columnsOf(item.key()), to)
              : EnumDdl.add(before, item);
      case "sequence" ->
          before.get("options of sequence").equals(item.get("options of sequence"))
              ? List.of()
              : List.of(
                  DiffStatement.of(
                      "ALTER SEQUENCE " + item.get("sql") + " " + item.get("options of sequence")));
      default -> ItemDdl.create(item, to);
    };
  }

  /**
   * Whether only the default changed and the column uses a new enum; then making the enum again has
   * set the default.
   */
  private boolean usesNewEnum(SchemaItem column) {
    boolean onlyDefault =
        column
            .without("place", "default")
            .equals(changes.before(column).without("place", "default"));
    return onlyDefault
        && changes.newEnums().stream()
            .anyMatch(
                key -> changes.columnsOf(key).stream().anyMatch(c -> c.key().equals(column.key())));
  }

  private List<DiffStatement> owners() {
    return to.items().values().stream()
        .filter(item -> item.kind().equals("sequence"))
        .filter(
            item -> {
              SchemaItem before = from.items().get(item.key());
              return !item.get("owned by").equals(before == null ? "" : before.get("owned by"));
            })
        .map(
            item ->
                DiffStatement.of(
                    "ALTER SEQUENCE "
                        + item.get("sql")
                        + " OWNED BY "
                        + (item.has("owned by") ? item.get("owned by") : "NONE")))
        .toList();
  }
}
