package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;

/** The statements that add and change a column. */
final class ColumnDdl {

  private ColumnDdl() {}

  /** The column's definition inside CREATE TABLE. */
  static String definition(SchemaItem column) {
    return withoutNotNull(column) + notNull(column);
  }

  static List<DiffStatement> add(SchemaItem column) {
    String add = "ALTER TABLE " + column.get("table") + " ADD COLUMN ";
    boolean filled = column.has("default") || column.has("identity") || column.has("generated");
    if (filled || !column.has("not null")) {
      return List.of(DiffStatement.of(add + definition(column)));
    }
    List<DiffStatement> statements = new ArrayList<>();
    statements.add(DiffStatement.of(add + withoutNotNull(column)));
    statements.addAll(require(column));
    return statements;
  }

  static List<DiffStatement> alter(SchemaItem from, SchemaItem to) {
    List<DiffStatement> statements = new ArrayList<>();
    takeAway(from, to, statements);
    boolean typeChanged = isOtherType(from, to);
    if (typeChanged) {
      statements.add(
          DiffStatement.of(
              alter(to)
                  + " TYPE "
                  + to.get("type")
                  + to.with(" COLLATE ", "collation")
                  + (to.has("generated") ? "" : " USING " + to.get("name") + "::" + to.get("type")),
              "May write the whole table anew, and fails where a value does not fit."));
    }
    if (to.has("generated") && !to.get("generated").equals(from.get("generated"))) {
      statements.add(
          DiffStatement.of(
              alter(to) + " SET EXPRESSION AS (" + to.get("generated") + ")",
              "Computes the column anew for every row."));
    }
    if (to.has("default") && (typeChanged || !to.get("default").equals(from.get("default")))) {
      statements.add(DiffStatement.of(alter(to) + " SET DEFAULT " + to.get("default")));
    }
    if (to.has("not null") && !from.has("not null")) {
      statements.addAll(require(to));
    }
    renameNotNull(from, to, statements);
    identity(from, to, statements);
    return statements;
  }

  static boolean isOtherType(SchemaItem from, SchemaItem to) {
    return !from.get("type").equals(to.get("type"))
        || !from.get("collation").equals(to.get("collation"));
  }

  /**
   * Whether no ALTER leads from one to the other, because the column becomes generated, or changes
   * to or from VIRTUAL.
   */
  static boolean mustBeMadeAnew(SchemaItem from, SchemaItem to) {
    boolean begins = !from.has("generated") && to.has("generated");
    boolean endsVirtual = from.get("stored").equals("VIRTUAL") && !to.has("generated");
    boolean other =
        from.has("stored") && to.has("stored") && !from.get("stored").equals(to.get("stored"));
    return begins || endsVirtual || other;
  }

  static String dropDefault(SchemaItem column) {
    return alter(column) + " DROP DEFAULT";
  }

  private static void takeAway(SchemaItem from, SchemaItem to, List<DiffStatement> statements) {
    if (from.has("generated") && !to.has("generated")) {
      statements.add(DiffStatement.of(alter(to) + " DROP EXPRESSION"));
    }
    if (from.has("identity") && !to.has("identity")) {
      statements.add(DiffStatement.of(alter(to) + " DROP IDENTITY"));
    }
    boolean otherDefault = !to.has("default") || isOtherType(from, to);
    if (from.has("default") && otherDefault) {
      statements.add(DiffStatement.of(dropDefault(to)));
    }
    if (from.has("not null") && !to.has("not null")) {
      statements.add(DiffStatement.of(alter(to) + " DROP NOT NULL"));
    }
  }

  /**
   * Makes a column required. Rows without a value get the default; if there is none, the author has
   * to fill them.
   */
  private static List<DiffStatement> require(SchemaItem column) {
    String name = column.get("name");
    String table = column.get("table");
    String set =
        isUsualName(column)
            ? alter(column) + " SET NOT NULL"
            : "ALTER TABLE " + table + " ADD" + notNull(column) + " " + name;
    if (column.has("default")) {
      return List.of(
          DiffStatement.of(
              "UPDATE " + table + " SET " + name + " = DEFAULT WHERE " + name + " IS NULL",
              "Rows that are there already get the default, and from then on none may lack it."),
          DiffStatement.of(set));
    }
    return List.of(
        DiffStatement.of(
            set,
            "Fails where rows lack a value. Fill them first, for instance:",
            "UPDATE " + table + " SET " + name + " = ... WHERE " + name + " IS NULL;"));
  }

  private static void renameNotNull(
      SchemaItem from, SchemaItem to, List<DiffStatement> statements) {
    boolean both = from.has("not null") && to.has("not null");
    if (both && !from.get("not null").equals(to.get("not null"))) {
      statements.add(
          DiffStatement.of(
              "ALTER TABLE "
                  + to.get("table")
                  + " RENAME CONSTRAINT "
                  + from.get("not null")
                  + " TO "
                  + to.get("not null")));
    }
  }

  private static void identity(SchemaItem from, SchemaItem to, List<DiffStatement> statements) {
    if (!to.has("identity")) {
      return;
    }
    if (!from.has("identity")) {
      statements.add(DiffStatement.of(alter(to) + " ADD" + identity(to)));
      statements.add(
          DiffStatement.of(
              "SELECT setval(pg_get_serial_sequence($$%s$$, $$%s$$), coalesce(max(%s), 0) + 1, false) FROM %s"
                  .formatted(
                      to.get("table"), unquoted(to.get("name")), to.get("name"), to.get("table")),
              "The numbers go on behind those that are there."));
      return;
    }
    if (!from.get("identity").equals(to.get("identity"))) {
      statements.add(DiffStatement.of(alter(to) + " SET GENERATED " + to.get("identity")));
    }
    String before = identityOptions(from);
    String after = identityOptions(to);
    if (!before.equals(after)) {
      String set =
          after.replaceAll("(START|INCREMENT|MINVALUE|MAXVALUE|CACHE|NO CYCLE|CYCLE)", "SET $1");
      statements.add(DiffStatement.of(alter(to) + " " + set.replace("NO SET CYCLE", "NO CYCLE")));
    }
  }

  private static String withoutNotNull(SchemaItem column) {
    return column.get("name")
        + " "
        + column.get("type")
        + column.with(" COLLATE ", "collation")
        + (column.has("generated")
            ? " GENERATED ALWAYS AS (" + column.get("generated") + ") " + column.get("stored")
            : "")
        + identity(column)
        + column.with(" DEFAULT ", "default");
  }

  private static String identity(SchemaItem column) {
    if (!column.has("identity")) {
      return "";
    }
    String options = identityOptions(column);
    boolean usual =
        options.matches(
            "START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE"
                + " (9223372036854775807|2147483647|32767) CACHE 1 NO CYCLE");
    return " GENERATED "
        + column.get("identity")
        + " AS IDENTITY"
        + (usual ? "" : " (" + options + ")");
  }

  /** The identity's options without a type, because the column has the type. */
  private static String identityOptions(SchemaItem column) {
    return column.get("options of identity").replaceFirst("^AS \\w+ ", "");
  }

  private static String notNull(SchemaItem column) {
    if (!column.has("not null")) {
      return "";
    }
    return isUsualName(column)
        ? " NOT NULL"
        : " CONSTRAINT " + column.get("not null") + " NOT NULL";
  }

  /** Whether the constraint has the name that Postgres gives by default. */
  private static boolean isUsualName(SchemaItem column) {
    String table = column.get("table").substring(column.get("table").indexOf('.') + 1);
    String usual = unquoted(table) + "_" + unquoted(column.get("name")) + "_not_null";
    return unquoted(column.get("not null")).equals(usual) || column.get("not null").equals("?");
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private static String alter(SchemaItem column) {
    return "ALTER TABLE " + column.get("table") + " ALTER COLUMN " + column.get("name");
  }
}
