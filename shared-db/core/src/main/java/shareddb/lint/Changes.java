package shareddb.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.sql.SqlName;
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

  /** What ALTER TABLE does: each of its clauses. */
  private static final class AlterTable {

    private AlterTable() {}

    static List<Change> changes(TokenReader reader) {
      reader.accept("if", "exists");
      reader.accept("only");
      Optional<SqlName> table = reader.name();
      List<Change> changes = new ArrayList<>();
      if (table.isPresent()) {
        reader.list().forEach(clause -> clause(table.get(), clause).ifPresent(changes::add));
      }
      return changes;
    }

    private static Optional<Change> clause(SqlName table, List<Token> tokens) {
      TokenReader clause = new TokenReader(tokens);
      if (clause.accept("add")) {
        return add(table, clause);
      }
      if (clause.accept("alter")) {
        return alterColumn(table, clause);
      }
      if (clause.accept("validate", "constraint") && !clause.atEnd()) {
        return Optional.of(new Change.ValidateConstraint(table, clause.next()));
      }
      if (clause.accept("rename")) {
        return rename(table, clause);
      }
      return clause.accept("drop") && !clause.comes("constraint")
          ? dropColumn(table, clause)
          : Optional.empty();
    }

    private static Optional<Change> add(SqlName table, TokenReader clause) {
      Optional<Token> name = Optional.empty();
      if (clause.accept("constraint") && !clause.atEnd()) {
        name = Optional.of(clause.next());
      }
      if (clause.atEnd()) {
        return Optional.empty();
      }
      if (name.isPresent() || isConstraint(clause.peek().orElseThrow())) {
        return Optional.of(new Change.AddConstraint(table, name, clause.rest()));
      }
      clause.accept("column");
      clause.accept("if", "not", "exists");
      return clause.atEnd()
          ? Optional.empty()
          : Optional.of(new Change.AddColumn(table, new Column(clause.next(), clause.rest())));
    }

    private static Optional<Change> alterColumn(SqlName table, TokenReader clause) {
      clause.accept("column");
      if (clause.atEnd()) {
        return Optional.empty();
      }
      Token column = clause.next();
      if (clause.accept("set", "not", "null")) {
        return Optional.of(new Change.SetNotNull(table, column));
      }
      return clause.accept("type") || clause.accept("set", "data", "type")
          ? Optional.of(new Change.ChangeType(table, new Column(column, clause.rest())))
          : Optional.empty();
    }

    private static Optional<Change> rename(SqlName table, TokenReader clause) {
      if (clause.comes("constraint")) {
        return Optional.empty();
      }
      if (clause.accept("to")) {
        return clause.peek().map(to -> new Change.RenameTable(table, to));
      }
      clause.accept("column");
      Token column = clause.next();
      return clause.accept("to")
          ? clause.peek().map(to -> new Change.RenameColumn(table, column, to))
          : Optional.empty();
    }

    private static Optional<Change> dropColumn(SqlName table, TokenReader clause) {
      clause.accept("column");
      clause.accept("if", "exists");
      return clause.peek().map(column -> new Change.DropColumn(table, column));
    }
  }
}
