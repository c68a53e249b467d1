package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;

/** The statements that change the values of an enum. */
final class EnumDdl {

  private EnumDdl() {}

  /** Whether values are only added; Postgres cannot remove a value. */
  static boolean onlyAdds(SchemaItem from, SchemaItem to) {
    List<String> rest = new ArrayList<>(labels(to));
    rest.retainAll(labels(from));
    return rest.equals(labels(from));
  }

  static List<String> added(SchemaItem from, SchemaItem to) {
    return labels(to).stream().filter(label -> !labels(from).contains(label)).toList();
  }

  static List<DiffStatement> add(SchemaItem from, SchemaItem to) {
    List<String> labels = labels(to);
    List<DiffStatement> statements = new ArrayList<>();
    for (String label : added(from, to)) {
      int place = labels.indexOf(label);
      // The value before it exists already, because the values are added from first to last.
      String where =
          place > 0
              ? " AFTER " + labels.get(place - 1)
              : labels(from).isEmpty() ? "" : " BEFORE " + labels(from).getFirst();
      statements.add(
          DiffStatement.of("ALTER TYPE " + to.get("sql") + " ADD VALUE " + label + where));
    }
    return statements;
  }

  /** Makes the type again and changes every column to the new type. */
  static List<DiffStatement> rebuild(
      SchemaItem from, SchemaItem to, List<SchemaItem> columns, SchemaModel target) {
    List<DiffStatement> statements = new ArrayList<>();
    String old = "old_" + from.get("name").replace("\"", "");
    String schema = from.get("sql").substring(0, from.get("sql").indexOf('.') + 1);
    columns.stream()
        .filter(column -> column.has("default"))
        .forEach(column -> statements.add(DiffStatement.of(ColumnDdl.dropDefault(column))));
    statements.add(
        DiffStatement.of(
            "ALTER TYPE " + from.get("sql") + " RENAME TO \"" + old + "\"",
            "Postgres takes no value from an enum: the type is made anew, and every table that",
            "uses it is written anew. Fails where a row still has a value that is gone."));
    statements.addAll(ItemDdl.create(to, target));
    for (SchemaItem column : columns) {
      String alter = "ALTER TABLE " + column.get("table") + " ALTER COLUMN " + column.get("name");
      String text = column.get("type").endsWith("[]") ? "::text[]::" : "::text::";
      statements.add(
          DiffStatement.of(
              alter
                  + " TYPE "
                  + column.get("type")
                  + " USING "
                  + column.get("name")
                  + text
                  + column.get("type")));
      SchemaItem after = target.items().getOrDefault(column.key(), column);
      if (after.has("default")) {
        statements.add(DiffStatement.of(alter + " SET DEFAULT " + after.get("default")));
      }
    }
    statements.add(DiffStatement.of("DROP TYPE " + schema + "\"" + old + "\""));
    return statements;
  }

  private static List<String> labels(SchemaItem item) {
    return item.get("labels").lines().toList();
  }
}
