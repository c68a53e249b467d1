package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.base.sql.Token;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.rules.LintRule;

/**
 * Finds CREATE INDEX without CONCURRENTLY on a table that an earlier migration made. A file does
 * not say how many rows a table has, and it differs from schema to schema. The author of a
 * migration for a small table allows it in a comment.
 */
public final class CreateIndexLocks implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.CREATE_INDEX_LOCKS;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change
                instanceof
                TableChange.CreateIndex(
                    var table,
                    var index,
                    boolean concurrently,
                    var at,
                    var columns)
            && !concurrently
            && file.mayHaveRows(table)
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "no session can write to "
                    + table.last()
                    + " until its index is built, and an earlier migration made it: it may have"
                    + " many rows",
                "-- alone in a migration of its own, as it cannot run in a transaction:\n"
                    + "CREATE INDEX CONCURRENTLY "
                    + index.map(Token::text).orElse(table.last() + "_..._idx")
                    + " ON "
                    + table
                    + " (...);"))
        : Optional.empty();
  }
}
