package shareddb.schema.lint.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.sql.SqlName;

/** The tables of a track at one version: each column with its type. */
public record TrackTables(Map<String, Map<String, String>> columns) {

  public static final TrackTables NONE = new TrackTables(Map.of());

  public TrackTables {
    columns = Map.copyOf(columns);
  }

  public boolean has(SqlName table) {
    return columns.containsKey(table.last());
  }

  /** The type of a column; empty if no migration says it. */
  public Optional<String> type(SqlName table, String column) {
    return Optional.ofNullable(columns.getOrDefault(table.last(), Map.of()).get(column));
  }

  TrackTables after(List<TableChange> changes) {
    Map<String, Map<String, String>> next = new HashMap<>();
    columns.forEach((table, types) -> next.put(table, new HashMap<>(types)));
    changes.forEach(change -> apply(change, next));
    return new TrackTables(next);
  }

  private static void apply(TableChange change, Map<String, Map<String, String>> tables) {
    String table = change.table().last();
    Map<String, String> types = tables.computeIfAbsent(table, name -> new HashMap<>());
    switch (change) {
      case TableChange.CreateTable create ->
          create.columns().forEach(column -> types.put(column.name(), column.type()));
      case TableChange.DropTable dropped -> tables.remove(table);
      case TableChange.RenameTable renamed -> {
        tables.remove(table);
        tables.put(renamed.to().identifier(), types);
      }
      case TableChange.AddColumn(var of, ColumnDefinition column) ->
          types.put(column.name(), column.type());
      case TableChange.ChangeType(var of, ColumnDefinition column) ->
          types.put(column.name(), column.type());
      case TableChange.DropColumn dropped -> types.remove(dropped.column().identifier());
      case TableChange.RenameColumn(var of, var from, var to) ->
          Optional.ofNullable(types.remove(from.identifier()))
              .ifPresent(type -> types.put(to.identifier(), type));
      case TableChange.SetNotNull other -> {}
      case TableChange.AddConstraint other -> {}
      case TableChange.ValidateConstraint other -> {}
      case TableChange.CreateIndex other -> {}
    }
  }
}
