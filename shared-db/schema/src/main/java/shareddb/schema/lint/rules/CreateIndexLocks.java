package shareddb.schema.lint.rules;

import java.util.Optional;
import shareddb.base.sql.Token;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.TableChange;

/**
 * CREATE INDEX without CONCURRENTLY, on a table that an earlier migration made. How many rows it
 * has, nobody can tell from a file, and it differs from schema to schema: whoever knows that it is
 * small says so in a comment.
 */
public final class CreateIndexLocks implements LintRule.OfChange {

  @Override
  public String name() {
    return "create-index-locks";
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change
                instanceof
                TableChange.CreateIndex(var table, var index, boolean concurrently, var at)
            && !concurrently
            && file.mayHaveRows(table)
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "nobody can write to "
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
