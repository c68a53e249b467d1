package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.base.sql.SqlName;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedStatement;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.rules.LintRule;

/**
 * Finds DROP INDEX without CONCURRENTLY: it waits for all readers of the table, and all later ones
 * wait behind it.
 */
public final class DropIndexLocks implements LintRule.OfStatement {

  @Override
  public RuleName name() {
    return RuleName.DROP_INDEX_LOCKS;
  }

  @Override
  public Optional<LintFinding> look(LintedStatement statement, LintedFile file) {
    return statement.sql().reader().comes("drop", "index", "concurrently")
        ? Optional.empty()
        : statement.droppedIndexes().stream()
            .filter(index -> !isNew(index, file))
            .findFirst()
            .map(index -> finding(index, file));
  }

  private LintFinding finding(SqlName index, LintedFile file) {
    return file.finding(
        name(),
        index.line(),
        "DROP INDEX waits for every session that reads the table of "
            + index.last()
            + ", and no other session may read or write the table meanwhile",
        "-- alone in a migration of its own, as it cannot run in a transaction:\n"
            + "DROP INDEX CONCURRENTLY "
            + index
            + ";");
  }

  private static boolean isNew(SqlName index, LintedFile file) {
    return file.changes().stream()
        .anyMatch(
            change ->
                change instanceof TableChange.CreateIndex create
                    && create.name().filter(n -> n.identifier().equals(index.last())).isPresent());
  }
}
