package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.rules.LintRule;

/** Finds a new required column without a default, which existing rows cannot have. */
public final class AddRequiredColumn implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.ADD_REQUIRED_COLUMN;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change instanceof TableChange.AddColumn(var table, var column)
            && column.isRequired()
            && !column.hasDefault()
            && !column.fillsItself()
            && file.mayHaveRows(table)
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "the rows that are in "
                    + table.last()
                    + " have no "
                    + column.name()
                    + ": Postgres refuses this as soon as there is one",
                """
                ALTER TABLE %1$s ADD COLUMN %2$s %3$s NOT NULL DEFAULT ...;
                -- or, where no one value is right for all rows: without NOT NULL, then
                UPDATE %1$s SET %2$s = ...;
                ALTER TABLE %1$s ADD CONSTRAINT %4$s_%5$s_not_null NOT NULL %2$s NOT VALID;\
                """
                    .formatted(table, column.token(), column.type(), table.last(), column.name())))
        : Optional.empty();
  }
}
