package shareddb.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.sql.SqlStatement;
import shareddb.sql.Token;
import shareddb.sql.TokenReader;

/** Reads the changes to tables out of a statement. */
final class Changes {

  private static final Set<String> TABLE_CONSTRAINTS =
      Set.of("constraint", "check", "unique", "primary", "foreign", "exclude", "like", "not");

  private Changes() {}

  static List<Change> of(SqlStatement statement) {
    TokenReader reader = statement.reader();
    if (reader.accept("alter", "table")) {
      return AlterTable.changes(reader);
    }
    if (reader.accept("drop", "table")) {
      return dropTable(reader);
    }
    return reader.accept("create") ? create(reader) : List.of();
  }

  private static List<Change> dropTable(TokenReader reader) {
    reader.accept("if", "exists");
    List<Change> dropped = new ArrayList<>();
    for (List<Token> item : reader.list()) {
      new TokenReader(item).name().map(Change.DropTable::new).ifPresent(dropped::add);
    }
    return dropped;
  }

  private static List<Change> create(TokenReader reader) {
    reader.accept("unique");
    reader.accept("unlogged");
    if (reader.accept("index")) {
      return index(reader).stream().toList();
    }
    return reader.accept("table") ? table(reader).stream().toList() : List.of();
  }

  private static Optional<Change> index(TokenReader reader) {
    Token at = reader.last().orElseThrow();
    boolean concurrently = reader.accept("concurrently");
    reader.accept("if", "not", "exists");
    Optional<Token> name =
        reader.comes("on") ? Optional.empty() : reader.name().map(found -> found.parts().getLast());
    if (!reader.accept("on")) {
      return Optional.empty();
    }
    reader.accept("only");
    return reader.name().map(table -> new Change.CreateIndex(table, name, concurrently, at));
  }

  private static Optional<Change> table(TokenReader reader) {
    reader.accept("if", "not", "exists");
    return reader.name().map(name -> new Change.CreateTable(name, columns(reader)));
  }

  private static List<Column> columns(TokenReader reader) {
    List<Column> columns = new ArrayList<>();
    for (List<Token> item : new TokenReader(reader.group()).list()) {
      if (!item.isEmpty() && !isConstraint(item.getFirst())) {
        columns.add(new Column(item.getFirst(), item.subList(1, item.size())));
      }
    }
    return columns;
  }

  static boolean isConstraint(Token first) {
    return first.kind() == Token.Kind.WORD && TABLE_CONSTRAINTS.contains(first.identifier());
  }
}
