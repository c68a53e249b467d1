package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.rules.LintRule;

/** Finds SET NOT NULL: Postgres reads the whole table while it blocks readers and writers. */
public final class SetNotNull implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.SET_NOT_NULL;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change instanceof TableChange.SetNotNull(var table, var column)
            && file.mayHaveRows(table)
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "SET NOT NULL reads every row of "
                    + table.last()
                    + " while no other session may read or write it",
                """
                ALTER TABLE %1$s ADD CONSTRAINT %2$s_%3$s_not_null NOT NULL %4$s NOT VALID;
                -- and in the next migration, beside readers and writers:
                ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s_%3$s_not_null;\
                """
                    .formatted(table, table.last(), column.identifier(), column)))
        : Optional.empty();
  }
}
