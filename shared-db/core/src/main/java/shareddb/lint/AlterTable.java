package shareddb.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.sql.SqlName;
import shareddb.sql.Token;
import shareddb.sql.TokenReader;

/** What ALTER TABLE does: each of its clauses. */
final class AlterTable {

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
    if (name.isPresent() || Changes.isConstraint(clause.peek().orElseThrow())) {
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
    if (clause.atEnd()) {
      return Optional.empty();
    }
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
