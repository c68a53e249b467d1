package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.TokenReader;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedStatement;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.rules.LintRule;

/** Finds statements that write a table or an index again while other sessions wait. */
public final class MaintenanceLocks implements LintRule.OfStatement {

  @Override
  public RuleName name() {
    return RuleName.MAINTENANCE_LOCKS;
  }

  @Override
  public Optional<LintFinding> look(LintedStatement linted, LintedFile file) {
    SqlStatement statement = linted.sql();
    TokenReader reader = statement.reader();
    if (reader.accept("vacuum") && isFull(reader)) {
      return finding(
          statement,
          file,
          "VACUUM FULL writes the whole table again while no other session may read or write it",
          "VACUUM (ANALYZE) ...;     -- the space is used again for new rows");
    }
    if (reader.accept("cluster")) {
      return finding(
          statement,
          file,
          "CLUSTER writes the whole table again while no other session may read or write it",
          "leave it out: an index gives the order too; or do it while nothing else runs");
    }
    boolean concurrently = statement.contains("concurrently");
    if (reader.accept("reindex") && !concurrently) {
      return finding(
          statement,
          file,
          "REINDEX blocks writers, and readers that use the index, until the index is built",
          "-- alone in a migration of its own, as it cannot run in a transaction:\n"
              + "REINDEX INDEX CONCURRENTLY ...;");
    }
    boolean empty = statement.contains("with", "no", "data");
    return reader.accept("refresh", "materialized", "view") && !concurrently && !empty
        ? reader
            .name()
            .filter(view -> !isNew(view.last(), file))
            .flatMap(
                view ->
                    finding(
                        statement,
                        file,
                        "REFRESH runs the query of "
                            + view.last()
                            + " while no other session may read it",
                        "REFRESH MATERIALIZED VIEW CONCURRENTLY "
                            + view
                            + ";     -- it needs a unique index"))
        : Optional.empty();
  }

  private static boolean isFull(TokenReader reader) {
    return reader.comes("full") || TokenReader.contains(reader.group(), "full");
  }

  private static boolean isNew(String view, LintedFile file) {
    return file.script().statements().stream()
        .anyMatch(
            other -> other.reader().comes("create", "materialized", "view") && other.names(view));
  }

  private Optional<LintFinding> finding(
      SqlStatement statement, LintedFile file, String what, String instead) {
    return Optional.of(file.finding(name(), statement.line(), what, instead));
  }
}
