package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.rules.LintRule;

/**
 * Finds UNIQUE or PRIMARY KEY on an existing table: Postgres locks the table while it builds the
 * index.
 */
public final class ConstraintIndexLocks implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.CONSTRAINT_INDEX_LOCKS;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    if (change instanceof TableChange.AddConstraint(var table, var name, var definition)
        && file.mayHaveRows(table)
        && (definition.getFirst().is("unique") || definition.getFirst().is("primary"))
        && !TokenReader.contains(definition, "using", "index")) {
      String kind = definition.getFirst().is("unique") ? "UNIQUE" : "PRIMARY KEY";
      return Optional.of(
          file.finding(
              name(),
              change.line(),
              "no session may read or write " + table.last() + " until the index of this is built",
              """
              -- alone in a migration of its own, as it cannot run in a transaction:
              CREATE UNIQUE INDEX CONCURRENTLY %2$s ON %1$s (...);
              -- and in the next one:
              ALTER TABLE %1$s ADD CONSTRAINT %2$s %3$s USING INDEX %2$s;\
              """
                  .formatted(table, name.map(Token::text).orElse(table.last() + "_key"), kind)));
    }
    return Optional.empty();
  }
}
