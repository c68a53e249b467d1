package shareddb.schema.lint.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedStatement;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;

/** Finds statements after which rows or values are lost, and which no undo script brings back. */
public final class DropsRows implements LintRule {

  /** What a statement takes away. */
  private record Loss(String what, int line) {}

  @Override
  public RuleName name() {
    return RuleName.DROPS_ROWS;
  }

  @Override
  public List<LintFinding> look(LintedTrack track) {
    return track.migrations().stream()
        .flatMap(
            file ->
                file.statements().stream()
                    .flatMap(statement -> losses(statement, file))
                    .map(loss -> finding(loss, file)))
        .toList();
  }

  private LintFinding finding(Loss loss, LintedFile file) {
    return file.finding(
        name(),
        loss.line(),
        loss.what() + ": no undo script brings that back",
        """
        -- first let no code use it, and serve that; then, if it is not needed elsewhere, say so:
        -- lint: allow drops-rows (why)\
        """);
  }

  private static Stream<Loss> losses(LintedStatement statement, LintedFile file) {
    return Stream.concat(
        statement.changes().stream().flatMap(change -> loss(change, file).stream()),
        loss(statement.sql(), file).stream());
  }

  private static Optional<Loss> loss(TableChange change, LintedFile file) {
    if (!file.mayHaveRows(change.table())) {
      return Optional.empty();
    } else if (change instanceof TableChange.DropTable(SqlName table)) {
      return Optional.of(new Loss("all rows of " + table.last() + " are lost", change.line()));
    } else if (change instanceof TableChange.DropColumn(SqlName table, Token column)) {
      String name = table.last() + "." + column.identifier();
      return Optional.of(new Loss("all values of " + name + " are lost", change.line()));
    }
    return Optional.empty();
  }

  private static Optional<Loss> loss(SqlStatement statement, LintedFile file) {
    TokenReader reader = statement.reader();
    if (reader.accept("drop", "schema")) {
      boolean cascade = statement.contains("cascade");
      return Optional.of(
          new Loss(
              cascade ? "all tables of the schema are lost" : "the schema is lost",
              statement.line()));
    }
    if (!reader.accept("truncate")) {
      return Optional.empty();
    }
    reader.accept("table");
    reader.accept("only");
    String more = statement.contains("cascade") ? ", and of all tables that refer to it" : "";
    return reader
        .name()
        .filter(file::mayHaveRows)
        .map(
            table ->
                new Loss("all rows of " + table.last() + more + " are lost", statement.line()));
  }
}
