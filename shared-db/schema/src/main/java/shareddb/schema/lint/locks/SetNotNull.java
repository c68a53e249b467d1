package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.base.sql.Token;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.rules.LintRule;

/**
 * Finds SET NOT NULL: Postgres reads the whole table while it blocks readers and writers. It does
 * not if a constraint of an earlier migration is valid and proves the same.
 */
public final class SetNotNull implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.SET_NOT_NULL;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change instanceof TableChange.SetNotNull(var table, Token column)
            && file.mayHaveRows(table)
            && !file.before(change).provesNotNull(table, column.identifier())
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "SET NOT NULL reads every row of "
                    + table.last()
                    + " while no other session may read or write it",
                instead(file.postgres())
                    .formatted(table, table.last(), column.identifier(), column)))
        : Optional.empty();
  }

  private static String instead(int postgres) {
    return postgres < 18
        ? """
        ALTER TABLE %1$s ADD CONSTRAINT %2$s_%3$s_not_null CHECK (%4$s IS NOT NULL) NOT VALID;
        -- and in the next migration, beside readers and writers:
        ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s_%3$s_not_null;
        -- and in the one after it, which then reads no row:
        ALTER TABLE %1$s ALTER COLUMN %4$s SET NOT NULL;
          ALTER TABLE %1$s DROP CONSTRAINT %2$s_%3$s_not_null;\
        """
        : """
        ALTER TABLE %1$s ADD CONSTRAINT %2$s_%3$s_not_null NOT NULL %4$s NOT VALID;
        -- and in the next migration, beside readers and writers:
        ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s_%3$s_not_null;\
        """;
  }
}
