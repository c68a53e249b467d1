package shareddb.schema.lint.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;

/** Reads the changes to tables from a statement. */
final class TableChanges {

  private static final Set<String> TABLE_CONSTRAINTS =
      Set.of("constraint", "check", "unique", "primary", "foreign", "exclude", "like", "not");

  private TableChanges() {}

  static List<TableChange> of(SqlStatement statement) {
    TokenReader reader = statement.reader();
    if (reader.accept("alter", "table")) {
      return AlterTable.changes(reader);
    }
    if (reader.accept("drop", "table")) {
      return dropTable(reader);
    }
    return reader.accept("create") ? create(reader) : List.of();
  }

  private static List<TableChange> dropTable(TokenReader reader) {
    reader.accept("if", "exists");
    List<TableChange> dropped = new ArrayList<>();
    for (List<Token> item : reader.list()) {
      new TokenReader(item).name().map(TableChange.DropTable::new).ifPresent(dropped::add);
    }
    return dropped;
  }

  private static List<TableChange> create(TokenReader reader) {
    reader.accept("unique");
    reader.accept("unlogged");
    boolean temporary = reader.accept("temp") || reader.accept("temporary");
    if (reader.accept("index")) {
      return index(reader).stream().toList();
    }
    return reader.accept("table") ? table(reader, temporary).stream().toList() : List.of();
  }

  private static Optional<TableChange> index(TokenReader reader) {
    Token at = reader.last().orElseThrow();
    boolean concurrently = reader.accept("concurrently");
    reader.accept("if", "not", "exists");
    Optional<Token> name =
        reader.comes("on") ? Optional.empty() : reader.name().map(found -> found.parts().getLast());
    if (!reader.accept("on")) {
      return Optional.empty();
    }
    reader.accept("only");
    return reader
        .name()
        .map(table -> new TableChange.CreateIndex(table, name, concurrently, at, columns(reader)));
  }

  /** The columns of an index. */
  private static List<String> columns(TokenReader reader) {
    if (reader.accept("using")) {
      reader.name();
    }
    List<String> columns = TableConstraint.identifiers(reader.group());
    return TokenReader.contains(reader.rest(), "where") ? List.of() : columns;
  }

  private static Optional<TableChange> table(TokenReader reader, boolean temporary) {
    reader.accept("if", "not", "exists");
    return reader.name().map(name -> table(name, reader.group(), temporary));
  }

  private static TableChange table(SqlName name, List<Token> items, boolean temporary) {
    List<ColumnDefinition> columns = new ArrayList<>();
    List<TableConstraint> constraints = new ArrayList<>();
    for (List<Token> item : new TokenReader(items).list()) {
      if (!item.isEmpty() && isConstraint(item.getFirst())) {
        constraint(name, new TokenReader(item)).ifPresent(constraints::add);
      } else if (!item.isEmpty()) {
        ColumnDefinition column =
            new ColumnDefinition(item.getFirst(), item.subList(1, item.size()));
        columns.add(column);
        constraints.addAll(TableConstraint.inline(name, column));
      }
    }
    return new TableChange.CreateTable(name, columns, constraints, temporary);
  }

  /** A constraint of a table, with or without its name. */
  static Optional<TableConstraint> constraint(SqlName table, TokenReader reader) {
    Optional<Token> name =
        reader.accept("constraint") && !reader.atEnd()
            ? Optional.of(reader.next())
            : Optional.empty();
    return TableConstraint.of(table, name, reader.rest());
  }

  static boolean isConstraint(Token first) {
    return first.kind() == Token.Kind.WORD && TABLE_CONSTRAINTS.contains(first.identifier());
  }
}
