package shareddb.migrate.rollout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;
import shareddb.base.track.ScriptText;
import shareddb.migrate.rollout.VersionView.VersionColumn;

/**
 * The tables and columns that a contract drops or renames, as its statements say. So the views of
 * the new version show the tables as they will be after the contract.
 */
final class ContractEffect {

  /** The tables as they are. */
  static final ContractEffect NONE = new ContractEffect();

  private final Set<String> droppedTables = new HashSet<>();
  private final Map<String, String> tables = new HashMap<>();
  private final Map<String, Set<String>> droppedColumns = new HashMap<>();
  private final Map<String, Map<String, String>> columns = new HashMap<>();

  private ContractEffect() {}

  static ContractEffect of(ScriptText contract) {
    ContractEffect effect = new ContractEffect();
    contract.statements().forEach(effect::read);
    return effect;
  }

  boolean drops(String table) {
    return droppedTables.contains(table);
  }

  String nameOf(String table) {
    return tables.getOrDefault(table, table);
  }

  /** The columns that stay, each with its name afterwards. */
  List<VersionColumn> columns(String table, List<String> all) {
    Set<String> dropped = droppedColumns.getOrDefault(table, Set.of());
    Map<String, String> renamed = columns.getOrDefault(table, Map.of());
    return all.stream()
        .filter(column -> !dropped.contains(column))
        .map(column -> new VersionColumn(column, renamed.getOrDefault(column, column)))
        .toList();
  }

  private void read(SqlStatement statement) {
    TokenReader reader = statement.reader();
    if (reader.accept("drop", "table")) {
      reader.accept("if", "exists");
      reader.list().stream()
          .flatMap(item -> new TokenReader(item).name().stream())
          .forEach(name -> droppedTables.add(name.last()));
    } else if (reader.accept("alter", "table")) {
      reader.accept("if", "exists");
      reader.accept("only");
      Optional<SqlName> table = reader.name();
      table.ifPresent(name -> reader.list().forEach(item -> clause(name.last(), item)));
    }
  }

  private void clause(String table, List<Token> tokens) {
    TokenReader clause = new TokenReader(tokens);
    if (clause.accept("drop") && !clause.comes("constraint")) {
      clause.accept("column");
      clause.accept("if", "exists");
      clause.name().ifPresent(name -> drop(table, name.last()));
    } else if (clause.accept("rename", "to")) {
      clause.name().ifPresent(name -> tables.put(table, name.last()));
    } else if (clause.accept("rename") && !clause.comes("constraint")) {
      clause.accept("column");
      Optional<SqlName> from = clause.name();
      if (clause.accept("to") && from.isPresent()) {
        clause.name().ifPresent(to -> rename(table, from.get().last(), to.last()));
      }
    }
  }

  private void drop(String table, String column) {
    droppedColumns.computeIfAbsent(table, key -> new HashSet<>()).add(column);
  }

  private void rename(String table, String from, String to) {
    columns.computeIfAbsent(table, key -> new HashMap<>()).put(from, to);
  }
}
