package shareddb.schema.lint.rules;

import java.util.Optional;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.Token;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;

/** Finds a dropped constraint in whose place the same file adds nothing to the table. */
public final class DropsConstraint implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.DROPS_CONSTRAINT;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change instanceof TableChange.DropConstraint(SqlName table, Token constraint)
            && file.mayHaveRows(table)
            && !isReplaced(table, file)
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "new rows of %s may break %s from now on: the undo script then fails on them"
                    .formatted(table.last(), constraint.identifier()),
                "let the undo script clean these rows first, or add it again NOT VALID"))
        : Optional.empty();
  }

  /** Whether the file adds a constraint or an index to the table, or requires a column of it. */
  private static boolean isReplaced(SqlName table, LintedFile file) {
    return file.changes().stream()
        .filter(other -> other.table().last().equals(table.last()))
        .anyMatch(
            other ->
                !other.added().isEmpty()
                    || other instanceof TableChange.SetNotNull
                    || other instanceof TableChange.CreateIndex);
  }
}
