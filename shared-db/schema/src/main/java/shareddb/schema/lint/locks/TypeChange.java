package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.reading.TypeWidening;
import shareddb.schema.lint.rules.LintRule;

/** Finds a change of a column's type for which Postgres must rewrite every row. */
public final class TypeChange implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.TYPE_CHANGE_REWRITES;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change instanceof TableChange.ChangeType(var table, var to)
            && file.mayHaveRows(table)
            && !widens(change, file)
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "the type of %s changes%s to %s: all of %s and its indexes are written anew while no other session may read or write it"
                    .formatted(
                        to.name(),
                        file.before().type(table, to.name()).map(old -> " from " + old).orElse(""),
                        to.type(),
                        table.last()),
                """
                ALTER TABLE %1$s ADD COLUMN %2$s_new %3$s;
                -- let the code write both, fill the old rows in parts, let it read the new one,
                -- and drop the old one in a later migration\
                """
                    .formatted(table, to.name(), to.type())))
        : Optional.empty();
  }

  private static boolean widens(TableChange change, LintedFile file) {
    return change instanceof TableChange.ChangeType(var table, var to)
        && !to.says("using")
        && file.before()
            .type(table, to.name())
            .filter(old -> TypeWidening.is(old, to.type()))
            .isPresent();
  }
}
