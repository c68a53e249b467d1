package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that change a table itself. */
final class TableDdl {

  private TableDdl() {}

  static List<DiffStatement> alter(SchemaItem from, SchemaItem to) {
    List<DiffStatement> statements = new ArrayList<>();
    String table = "ALTER TABLE " + to.get("sql");
    if (from.has("unlogged") != to.has("unlogged")) {
      statements.add(
          DiffStatement.of(
              table + (to.has("unlogged") ? " SET UNLOGGED" : " SET LOGGED"),
              "Writes the whole table anew."));
    }
    if (!from.get("options").equals(to.get("options"))) {
      statements.addAll(options(from, to));
    }
    if (from.has("rls") && !to.has("rls")) {
      statements.add(DiffStatement.of(table + " DISABLE ROW LEVEL SECURITY"));
    }
    if (from.has("forced") && !to.has("forced")) {
      statements.add(DiffStatement.of(table + " NO FORCE ROW LEVEL SECURITY"));
    }
    rowSecurity(to).stream()
        .filter(statement -> !rowSecurity(from).contains(statement))
        .forEach(statements::add);
    return statements;
  }

  static List<DiffStatement> rowSecurity(SchemaItem table) {
    return Stream.of("rls", "forced")
        .filter(table::has)
        .map(
            fact ->
                DiffStatement.of(
                    "ALTER TABLE "
                        + table.get("sql")
                        + " "
                        + table.get(fact)
                        + " ROW LEVEL SECURITY"))
        .toList();
  }

  private static List<DiffStatement> options(SchemaItem from, SchemaItem to) {
    List<DiffStatement> statements = new ArrayList<>();
    String table = "ALTER TABLE " + to.get("sql");
    if (from.has("options")) {
      String names =
          Stream.of(from.get("options").split(", "))
              .map(option -> option.replaceFirst("=.*", ""))
              .collect(Collectors.joining(", "));
      statements.add(DiffStatement.of(table + " RESET (" + names + ")"));
    }
    if (to.has("options")) {
      statements.add(DiffStatement.of(table + " SET (" + to.get("options") + ")"));
    }
    return statements;
  }
}
