package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.schema.lint.reading.ColumnDefinition;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.reading.Volatility;
import shareddb.schema.lint.rules.LintRule;

/** Finds a new column whose value Postgres must write into every row at once. */
public final class AddColumnRewrites implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.ADD_COLUMN_REWRITES;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change instanceof TableChange.AddColumn(var table, var column) && file.mayHaveRows(table)
        ? reason(column)
            .map(
                reason ->
                    file.finding(
                        name(),
                        change.line(),
                        reason
                            + ": all of "
                            + table.last()
                            + " is written anew while no other session may read or write it",
                        """
                        ALTER TABLE %1$s ADD COLUMN %2$s ...;     -- without it: no row is touched
                        ALTER TABLE %1$s ALTER COLUMN %2$s SET DEFAULT ...;     -- for new rows
                        -- and in migrations of their own, some thousand old rows each:
                        UPDATE %1$s SET %2$s = ... WHERE %2$s IS NULL AND ...;\
                        """
                            .formatted(table, column.token())))
        : Optional.empty();
  }

  private static Optional<String> reason(ColumnDefinition column) {
    if (column.fillsItself()) {
      boolean computed = column.says("generated") && !column.says("as", "identity");
      return computed && !column.says("stored")
          ? Optional.empty()
          : Optional.of("each row gets its own " + column.name());
    }
    return Volatility.in(column.defaultValue())
        .map(call -> call + "() gives each row a value of its own");
  }
}
