package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.base.sql.Token;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.rules.LintRule;

/**
 * Finds NOT VALID and VALIDATE in one file. A file is one transaction, so the lock is held while
 * all rows are read.
 */
public final class ValidateAtOnce implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.VALIDATE_AT_ONCE;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change instanceof TableChange.ValidateConstraint(var table, var name)
            && file.mayHaveRows(table)
            && file.changes().stream().anyMatch(other -> adds(other, name))
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "a file is one transaction: the lock that added "
                    + name.identifier()
                    + " is held while every row of "
                    + table.last()
                    + " is read",
                "-- in the next migration:\nALTER TABLE %s VALIDATE CONSTRAINT %s;"
                    .formatted(table, name)))
        : Optional.empty();
  }

  private static boolean adds(TableChange change, Token constraint) {
    return change instanceof TableChange.AddConstraint(var table, var added)
        && added.isNamed(constraint);
  }
}
