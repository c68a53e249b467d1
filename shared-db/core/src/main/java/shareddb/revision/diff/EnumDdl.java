package shareddb.revision.diff;

import java.util.ArrayList;
import java.util.List;

/** The statements that change what values an enum has. */
final class EnumDdl {

  private EnumDdl() {}

  /** Whether values are only added: Postgres can take none away. */
  static boolean onlyAdds(Item from, Item to) {
    List<String> rest = new ArrayList<>(labels(to));
    rest.retainAll(labels(from));
    return rest.equals(labels(from));
  }

  static List<String> added(Item from, Item to) {
    return labels(to).stream().filter(label -> !labels(from).contains(label)).toList();
  }

  static List<Statement> add(Item from, Item to) {
    List<String> labels = labels(to);
    List<Statement> statements = new ArrayList<>();
    for (String label : added(from, to)) {
      int place = labels.indexOf(label);
      // What stands before is there already: the values are added from first to last.
      String where =
          place > 0
              ? " AFTER " + labels.get(place - 1)
              : labels(from).isEmpty() ? "" : " BEFORE " + labels(from).getFirst();
      statements.add(Statement.of("ALTER TYPE " + to.get("sql") + " ADD VALUE " + label + where));
    }
    return statements;
  }

  /** Makes the type anew and takes every column over to it. */
  static List<Statement> rebuild(Item from, Item to, List<Item> columns, SchemaModel target) {
    List<Statement> statements = new ArrayList<>();
    String old = "old_" + from.get("name").replace("\"", "");
    String schema = from.get("sql").substring(0, from.get("sql").indexOf('.') + 1);
    columns.stream()
        .filter(column -> column.has("default"))
        .forEach(column -> statements.add(Statement.of(ColumnDdl.dropDefault(column))));
    statements.add(
        Statement.of(
            "ALTER TYPE " + from.get("sql") + " RENAME TO \"" + old + "\"",
            "Postgres takes no value from an enum: the type is made anew, and every table that",
            "uses it is written anew. Fails where a row still has a value that is gone."));
    statements.addAll(Ddl.create(to, target));
    for (Item column : columns) {
      String alter = "ALTER TABLE " + column.get("table") + " ALTER COLUMN " + column.get("name");
      String text = column.get("type").endsWith("[]") ? "::text[]::" : "::text::";
      statements.add(
          Statement.of(
              alter
                  + " TYPE "
                  + column.get("type")
                  + " USING "
                  + column.get("name")
                  + text
                  + column.get("type")));
      Item after = target.items().getOrDefault(column.key(), column);
      if (after.has("default")) {
        statements.add(Statement.of(alter + " SET DEFAULT " + after.get("default")));
      }
    }
    statements.add(Statement.of("DROP TYPE " + schema + "\"" + old + "\""));
    return statements;
  }

  private static List<String> labels(Item item) {
    return item.get("labels").lines().toList();
  }
}
