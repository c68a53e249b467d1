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
    if (clause.comes("alter")) {
      return alterColumn(table, clause).or(() -> other(table, tokens));
    }
    if (clause.accept("validate", "constraint")) {
      return clause.peek().map(name -> new TableChange.ValidateConstraint(table, name));
    }
    if (clause.accept("rename")) {
      return rename(table, clause);
    }
    if (clause.accept("detach", "partition")) {
      return clause
          .name()
          .map(
              partition ->
                  new TableChange.DetachPartition(table, partition, clause.accept("concurrently")));
    }
    return clause.accept("drop") ? drop(table, clause) : other(table, tokens);
  }

  /** Another clause. Most of them block readers and writers. */
  private static Optional<TableChange> other(SqlName table, List<Token> tokens) {
    TokenReader clause = new TokenReader(tokens);
    boolean mild =
        clause.atEnd()
            || TokenReader.contains(tokens, "statistics")
            || clause.comes("set", "(")
            || clause.comes("reset", "(")
            || clause.comes("attach", "partition")
            || clause.comes("cluster", "on")
            || (TokenReader.contains(tokens, "trigger")
                && (clause.comes("enable") || clause.comes("disable")));
    return mild
        ? Optional.empty()
        : Optional.of(new TableChange.OtherAlter(table, tokens.getFirst()));
  }

  private static Optional<TableChange> add(SqlName table, TokenReader clause) {
    if (clause.atEnd()) {
      return Optional.empty();
    }
    if (TableChanges.isConstraint(clause.peek().orElseThrow())) {
      return TableChanges.constraint(table, clause)
          .map(constraint -> new TableChange.AddConstraint(table, constraint));
    }
    clause.accept("column");
    clause.accept("if", "not", "exists");
    return clause.atEnd()
        ? Optional.empty()
        : Optional.of(
            new TableChange.AddColumn(table, new ColumnDefinition(clause.next(), clause.rest())));
  }

  private static Optional<TableChange> alterColumn(SqlName table, TokenReader clause) {
    clause.accept("alter");
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

  private static Optional<TableChange> drop(SqlName table, TokenReader clause) {
    boolean constraint = clause.accept("constraint");
    clause.accept("column");
    clause.accept("if", "exists");
    return clause
        .peek()
        .map(
            name ->
                constraint
                    ? new TableChange.DropConstraint(table, name)
                    : new TableChange.DropColumn(table, name));
  }
}
