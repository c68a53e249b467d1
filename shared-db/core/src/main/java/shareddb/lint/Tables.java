package shareddb.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.sql.SqlName;

/** The tables of a track at one moment: each column with its type. */
record Tables(Map<String, Map<String, String>> columns) {

  static final Tables NONE = new Tables(Map.of());

  Tables {
    columns = Map.copyOf(columns);
  }

  boolean has(SqlName table) {
    return columns.containsKey(table.last());
  }

  /** Nothing where no migration says it. */
  Optional<String> type(SqlName table, String column) {
    return Optional.ofNullable(columns.getOrDefault(table.last(), Map.of()).get(column));
  }

  Tables after(List<Change> changes) {
    Map<String, Map<String, String>> next = new HashMap<>();
    columns.forEach((table, types) -> next.put(table, new HashMap<>(types)));
    changes.forEach(change -> apply(change, next));
    return new Tables(next);
  }

  private static void apply(Change change, Map<String, Map<String, String>> tables) {
    String table = change.table().last();
    Map<String, String> types = tables.computeIfAbsent(table, name -> new HashMap<>());
    switch (change) {
      case Change.CreateTable create ->
          create.columns().forEach(column -> types.put(column.name(), column.type()));
      case Change.DropTable dropped -> tables.remove(table);
      case Change.RenameTable renamed -> {
        tables.remove(table);
        tables.put(renamed.to().identifier(), types);
      }
      case Change.AddColumn(var of, Column column) -> types.put(column.name(), column.type());
      case Change.ChangeType(var of, Column column) -> types.put(column.name(), column.type());
      case Change.DropColumn dropped -> types.remove(dropped.column().identifier());
      case Change.RenameColumn(var of, var from, var to) ->
          Optional.ofNullable(types.remove(from.identifier()))
              .ifPresent(type -> types.put(to.identifier(), type));
      case Change.SetNotNull other -> {}
      case Change.AddConstraint other -> {}
      case Change.ValidateConstraint other -> {}
      case Change.CreateIndex other -> {}
    }
  }
}
