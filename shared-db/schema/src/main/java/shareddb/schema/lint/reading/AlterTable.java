package shareddb.schema.lint.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;

/** Reads the clauses of ALTER TABLE. */
final class AlterTable {

  private AlterTable() {}

  static List<TableChange> changes(TokenReader reader) {
    reader.accept("if", "exists");
    reader.accept("only");
    Optional<SqlName> table = reader.name();
    List<TableChange> changes = new ArrayList<>();
    if (table.isPresent()) {
      reader.list().forEach(clause -> clause(table.get(), clause).ifPresent(changes::add));
    }
    return changes;
  }

  private static Optional<TableChange> clause(SqlName table, List<Token> tokens) {
    TokenReader clause = new TokenReader(tokens);
    if (clause.accept("add")) {
      return add(table, clause);
    }
    if (clause.accept("alter")) {
      return alterColumn(table, clause);
    }
    if (clause.accept("validate", "constraint") && !clause.atEnd()) {
      return Optional.of(new TableChange.ValidateConstraint(table, clause.next()));
    }
    if (clause.accept("rename")) {
      return rename(table, clause);
    }
    return clause.accept("drop") && !clause.comes("constraint")
        ? dropColumn(table, clause)
        : Optional.empty();
  }

  private static Optional<TableChange> add(SqlName table, TokenReader clause) {
    Optional<Token> name = Optional.empty();
    if (clause.accept("constraint") && !clause.atEnd()) {
      name = Optional.of(clause.next());
    }
    if (clause.atEnd()) {
      return Optional.empty();
    }
    if (name.isPresent() || TableChanges.isConstraint(clause.peek().orElseThrow())) {
      return Optional.of(new TableChange.AddConstraint(table, name, clause.rest()));
    }
    clause.accept("column");
    clause.accept("if", "not", "exists");
    return clause.atEnd()
        ? Optional.empty()
        : Optional.of(
            new TableChange.AddColumn(table, new ColumnDefinition(clause.next(), clause.rest())));
  }

  private static Optional<TableChange> alterColumn(SqlName table, TokenReader clause) {
    clause.accept("column");
    if (clause.atEnd()) {
      return Optional.empty();
    }
    Token column = clause.next();
    if (clause.accept("set", "not", "null")) {
      return Optional.of(new TableChange.SetNotNull(table, column));
    }
    return clause.accept("type") || clause.accept("set", "data", "type")
        ? Optional.of(
            new TableChange.ChangeType(table, new ColumnDefinition(column, clause.rest())))
        : Optional.empty();
  }

  private static Optional<TableChange> rename(SqlName table, TokenReader clause) {
    if (clause.comes("constraint")) {
      return Optional.empty();
    }
    if (clause.accept("to")) {
      return clause.peek().map(to -> new TableChange.RenameTable(table, to));
    }
    clause.accept("column");
    if (clause.atEnd()) {
      return Optional.empty();
    }
    Token column = clause.next();
    return clause.accept("to")
        ? clause.peek().map(to -> new TableChange.RenameColumn(table, column, to))
        : Optional.empty();
  }

  private static Optional<TableChange> dropColumn(SqlName table, TokenReader clause) {
    clause.accept("column");
    clause.accept("if", "exists");
    return clause.peek().map(column -> new TableChange.DropColumn(table, column));
  }
}
