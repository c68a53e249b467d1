package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that make and drop one item. */
final class ItemDdl {

  private ItemDdl() {}

  /** Whether the item is written inside the statement that makes its table or domain. */
  static boolean isInline(SchemaItem item) {
    return item.kind().equals("constraint") && !item.get("type").equals("f");
  }

  static List<DiffStatement> create(SchemaItem item, SchemaModel model) {
    return switch (item.kind()) {
      case "table" -> table(item, model);
      case "column" -> ColumnDdl.add(item);
      case "constraint" -> constraint(item);
      case "index" -> List.of(DiffStatement.of(item.get("definition")));
      case "trigger" -> trigger(item);
      case "policy" -> List.of(DiffStatement.of(policy(item)));
      case "function", "procedure" -> List.of(DiffStatement.of(item.get("definition").strip()));
      case "view", "materialized view" -> List.of(DiffStatement.of(view(item)));
      case "sequence" ->
          List.of(DiffStatement.of("CREATE SEQUENCE " + item.get("sql") + sequenceOptions(item)));
      case "enum" ->
          List.of(
              DiffStatement.of(
                  "CREATE TYPE " + item.get("sql") + " AS ENUM (" + labels(item) + ")"));
      case "domain" -> List.of(DiffStatement.of(domain(item, model)));
      case "type" ->
          List.of(
              DiffStatement.of(
                  "CREATE TYPE " + item.get("sql") + " AS (" + item.get("attributes") + ")"));
      default -> throw new IllegalArgumentException("nothing makes a " + item.kind());
    };
  }

  static DiffStatement drop(SchemaItem item) {
    return switch (item.kind()) {
      case "table" ->
          DiffStatement.of("DROP TABLE " + item.get("sql"), "Loses every row of the table.");
      case "column" ->
          DiffStatement.of(
              "ALTER TABLE " + item.get("table") + " DROP COLUMN " + item.get("name"),
              item.has("generated")
                  ? new String[0]
                  : new String[] {"Loses every value of the column."});
      case "constraint" ->
          DiffStatement.of(
              (item.has("domain")
                      ? "ALTER DOMAIN " + item.get("domain")
                      : "ALTER TABLE " + item.get("table"))
                  + " DROP CONSTRAINT "
                  + item.get("name"));
      case "trigger", "policy" ->
          DiffStatement.of(
              "DROP "
                  + item.kind().toUpperCase(java.util.Locale.ROOT)
                  + " "
                  + item.get("name")
                  + " ON "
                  + item.get("table"));
      case "enum" -> DiffStatement.of("DROP TYPE " + item.get("sql"));
      default ->
          DiffStatement.of(
              "DROP " + item.kind().toUpperCase(java.util.Locale.ROOT) + " " + item.get("sql"));
    };
  }

  static String labels(SchemaItem item) {
    return item.get("labels").replace("\n", ", ");
  }

  /** The options of a sequence; the default options are left out. */
  static String sequenceOptions(SchemaItem item) {
    String options =
        item.get("options of sequence")
            .replaceFirst(
                " START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE"
                    + " (9223372036854775807|2147483647|32767) CACHE 1 NO CYCLE$",
                "");
    return options.equals("AS bigint") ? "" : " " + options;
  }

  private static List<DiffStatement> table(SchemaItem table, SchemaModel model) {
    List<DiffStatement> statements = new ArrayList<>();
    String head =
        "CREATE " + (table.has("unlogged") ? "UNLOGGED " : "") + "TABLE " + table.get("sql");
    String body =
        table.has("partition")
            ? " PARTITION OF " + table.get("inherits") + " " + table.get("partition")
            : parts(table, model) + inherits(table);
    statements.add(
        DiffStatement.of(
            head
                + body
                + table.with(" PARTITION BY ", "partitioned")
                + (table.has("options") ? " WITH (" + table.get("options") + ")" : "")));
    statements.addAll(TableDdl.rowSecurity(table));
    return statements;
  }

  private static String inherits(SchemaItem table) {
    return table.has("inherits") ? " INHERITS (" + table.get("inherits") + ")" : "";
  }

  private static String parts(SchemaItem table, SchemaModel model) {
    List<SchemaItem> own =
        model.items().values().stream()
            .filter(item -> item.parent().filter(table.key()::equals).isPresent())
            .toList();
    List<String> lines =
        new ArrayList<>(
            own.stream()
                .filter(item -> item.kind().equals("column"))
                .sorted(Comparator.comparing(item -> item.get("place")))
                .map(ColumnDdl::definition)
                .toList());
    own.stream()
        .filter(ItemDdl::isInline)
        .map(item -> "CONSTRAINT " + item.get("name") + " " + item.get("definition"))
        .forEach(lines::add);
    return lines.isEmpty()
        ? " ()"
        : lines.stream().collect(Collectors.joining(",\n    ", " (\n    ", "\n)"));
  }

  /** Adds a constraint. VALIDATE checks the rows in a second step, which does not block writes. */
  private static List<DiffStatement> constraint(SchemaItem item) {
    String on =
        item.has("domain")
            ? "ALTER DOMAIN " + item.get("domain")
            : "ALTER TABLE " + item.get("table");
    String add = on + " ADD CONSTRAINT " + item.get("name") + " " + item.get("definition");
    boolean inTwoSteps =
        item.get("type").matches("[cf]") && !item.get("definition").endsWith("NOT VALID");
    return inTwoSteps
        ? List.of(
            DiffStatement.of(add + " NOT VALID"),
            DiffStatement.of(on + " VALIDATE CONSTRAINT " + item.get("name")))
        : List.of(DiffStatement.of(add));
  }

  private static List<DiffStatement> trigger(SchemaItem item) {
    List<DiffStatement> statements =
        new ArrayList<>(List.of(DiffStatement.of(item.get("definition"))));
    if (item.has("enabled")) {
      statements.add(
          DiffStatement.of(
              "ALTER TABLE "
                  + item.get("table")
                  + " "
                  + item.get("enabled")
                  + " TRIGGER "
                  + item.get("name")));
    }
    return statements;
  }

  private static String policy(SchemaItem item) {
    return "CREATE POLICY "
        + item.get("name")
        + " ON "
        + item.get("table")
        + " "
        + item.get("definition");
  }

  private static String view(SchemaItem item) {
    return "CREATE "
        + item.kind().toUpperCase(java.util.Locale.ROOT)
        + " "
        + item.get("sql")
        + (item.has("options") ? " WITH (" + item.get("options") + ")" : "")
        + " AS\n"
        + item.get("query").replaceFirst(";\\s*$", "");
  }

  private static String domain(SchemaItem item, SchemaModel model) {
    String constraints =
        model.items().values().stream()
            .filter(c -> c.kind().equals("constraint"))
            .filter(c -> c.parent().filter(item.key()::equals).isPresent())
            .map(c -> "\n    CONSTRAINT " + c.get("name") + " " + c.get("definition"))
            .collect(Collectors.joining());
    return "CREATE DOMAIN "
        + item.get("sql")
        + " AS "
        + item.get("base")
        + item.with(" COLLATE ", "collation")
        + item.with(" DEFAULT ", "default")
        + item.with(" ", "not null")
        + constraints;
  }
}
