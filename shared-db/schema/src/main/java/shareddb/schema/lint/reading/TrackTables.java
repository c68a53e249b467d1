package shareddb.schema.lint.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.Token;

/** The tables of a track at one version. */
public record TrackTables(Map<String, TrackTable> tables) {

  public static final TrackTables NONE = new TrackTables(Map.of());

  public TrackTables {
    tables = Map.copyOf(tables);
  }

  public Set<String> names() {
    return tables.keySet();
  }

  public boolean has(SqlName table) {
    return tables.containsKey(table.last());
  }

  /** The type of a column; empty if no migration says it. */
  public Optional<String> type(SqlName table, String column) {
    return Optional.ofNullable(table(table).columns().get(column));
  }

  /** Whether a valid constraint proves that no row has null in this column. */
  public boolean provesNotNull(SqlName table, String column) {
    return table(table).constraints().stream().anyMatch(c -> c.provesNotNull(column));
  }

  /** Whether the table still has this constraint. */
  public boolean has(SqlName table, TableConstraint constraint) {
    return table(table).constraints().stream()
        .anyMatch(c -> c.definition().equals(constraint.definition()));
  }

  public boolean hasIndexOn(SqlName table, List<String> columns) {
    return table(table).hasIndexOn(columns);
  }

  private TrackTable table(SqlName name) {
    return tables.getOrDefault(name.last(), TrackTable.EMPTY);
  }

  TrackTables after(List<TableChange> changes) {
    Map<String, TrackTable> next = new HashMap<>(tables);
    changes.forEach(change -> apply(change, next));
    return new TrackTables(next);
  }

  TrackTables withoutIndexes(List<SqlName> indexes) {
    Map<String, TrackTable> next = new HashMap<>(tables);
    for (SqlName index : indexes) {
      next.replaceAll((name, table) -> table.withoutIndex(index.last()));
    }
    return new TrackTables(next);
  }

  private static void apply(TableChange change, Map<String, TrackTable> tables) {
    String name = change.table().last();
    TrackTable table = tables.getOrDefault(name, TrackTable.EMPTY);
    switch (change) {
      case TableChange.CreateTable create -> {
        if (!create.isTemporary()) {
          tables.put(name, created(create));
        }
      }
      case TableChange.DropTable dropped -> tables.remove(name);
      case TableChange.RenameTable(var of, Token to) -> {
        tables.remove(name);
        tables.put(to.identifier(), table);
      }
      case TableChange.AddColumn add ->
          tables.put(name, table.with(add.column()).with(add.constraints()));
      case TableChange.ChangeType(var of, ColumnDefinition column) ->
          tables.put(name, table.with(column));
      case TableChange.DropColumn(var of, Token column) ->
          tables.put(name, table.withoutColumn(column.identifier()));
      case TableChange.RenameColumn(var of, Token from, Token to) ->
          tables.put(name, table.renamed(from.identifier(), to.identifier()));
      case TableChange.AddConstraint(var of, TableConstraint constraint) ->
          tables.put(name, table.with(List.of(constraint)));
      case TableChange.ValidateConstraint(var of, Token constraint) ->
          tables.put(name, table.validated(constraint));
      case TableChange.DropConstraint(var of, Token constraint) ->
          tables.put(name, table.withoutConstraint(constraint));
      case TableChange.CreateIndex index -> tables.put(name, table.with(index));
      case TableChange.SetNotNull other -> {}
      case TableChange.DetachPartition other -> {}
      case TableChange.OtherAlter other -> {}
    }
  }

  private static TrackTable created(TableChange.CreateTable create) {
    TrackTable table = TrackTable.EMPTY.with(create.constraints());
    for (ColumnDefinition column : create.columns()) {
      table = table.with(column);
    }
    return table;
  }
}
