package shareddb.schema.lint.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import shareddb.base.sql.Token;

/**
 * A table of a track at one version.
 *
 * @param columns each column with its type
 * @param indexes the indexes that are not of a constraint
 */
record TrackTable(
    Map<String, String> columns, List<TableConstraint> constraints, List<Index> indexes) {

  /**
   * An index.
   *
   * @param columns its columns; none if it has expressions or a part of the rows
   */
  private record Index(String name, List<String> columns) {}

  static final TrackTable EMPTY = new TrackTable(Map.of(), List.of(), List.of());

  TrackTable {
    columns = Map.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  TrackTable with(ColumnDefinition column) {
    Map<String, String> next = new HashMap<>(columns);
    next.put(column.name(), column.type());
    return new TrackTable(next, constraints, indexes);
  }

  TrackTable with(List<TableConstraint> more) {
    return new TrackTable(
        columns, Stream.concat(constraints.stream(), more.stream()).toList(), indexes);
  }

  TrackTable with(TableChange.CreateIndex index) {
    List<Index> next = new ArrayList<>(indexes);
    next.add(new Index(index.name().map(Token::identifier).orElse(""), index.columns()));
    return new TrackTable(columns, constraints, next);
  }

  TrackTable withoutIndex(String name) {
    return new TrackTable(
        columns,
        constraints,
        indexes.stream().filter(index -> !index.name().equals(name)).toList());
  }

  TrackTable withoutColumn(String column) {
    Map<String, String> next = new HashMap<>(columns);
    next.remove(column);
    Predicate<List<String>> stays = names -> !names.contains(column);
    return new TrackTable(
        next,
        constraints.stream().filter(constraint -> stays.test(constraint.columns())).toList(),
        indexes.stream().filter(index -> stays.test(index.columns())).toList());
  }

  TrackTable renamed(String from, String to) {
    Map<String, String> next = new HashMap<>(columns);
    String type = next.remove(from);
    if (type != null) {
      next.put(to, type);
    }
    Function<List<String>, List<String>> names =
        before -> before.stream().map(name -> name.equals(from) ? to : name).toList();
    return new TrackTable(
        next,
        constraints.stream()
            .map(
                c ->
                    new TableConstraint(
                        c.kind(), c.name(), names.apply(c.columns()), c.definition(), c.isValid()))
            .toList(),
        indexes.stream()
            .map(index -> new Index(index.name(), names.apply(index.columns())))
            .toList());
  }

  TrackTable validated(Token name) {
    return new TrackTable(
        columns,
        constraints.stream().map(c -> c.isNamed(name) ? c.validated() : c).toList(),
        indexes);
  }

  TrackTable withoutConstraint(Token name) {
    return new TrackTable(
        columns, constraints.stream().filter(c -> !c.isNamed(name)).toList(), indexes);
  }

  /** Whether an index begins with these columns, in any order. */
  boolean hasIndexOn(List<String> wanted) {
    return Stream.concat(indexes.stream().map(Index::columns), keys())
        .filter(index -> index.size() >= wanted.size())
        .anyMatch(index -> index.subList(0, wanted.size()).containsAll(wanted));
  }

  private Stream<List<String>> keys() {
    return constraints.stream()
        .filter(
            c ->
                c.kind() == TableConstraint.Kind.UNIQUE
                    || c.kind() == TableConstraint.Kind.PRIMARY_KEY)
        .map(TableConstraint::columns);
  }
}
