package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.rules.LintRule;

/** Finds a constraint against which Postgres checks all rows at once, while it locks the table. */
public final class ConstraintScans implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.CONSTRAINT_SCANS;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    if (change instanceof TableChange.AddConstraint(var table, var name, var definition)
        && file.mayHaveRows(table)
        && isChecked(definition.getFirst())
        && !TokenReader.contains(definition, "not", "valid")) {
      String constraint = name.map(Token::text).orElse(table.last() + "_...");
      return Optional.of(
          file.finding(
              name(),
              change.line(),
              "every row of "
                  + table.last()
                  + " is checked while "
                  + (definition.getFirst().is("foreign")
                      ? "no session can write to it, nor to the table it refers to"
                      : "no other session may read or write it"),
              """
              ALTER TABLE %1$s ADD CONSTRAINT %2$s %3$s ... NOT VALID;
              -- and in the next migration, beside readers and writers:
              ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s;\
              """
                  .formatted(table, constraint, kind(definition.getFirst()))));
    }
    return Optional.empty();
  }

  private static boolean isChecked(Token first) {
    return first.is("check") || first.is("foreign") || first.is("not");
  }

  private static String kind(Token first) {
    return first.is("check") ? "CHECK" : first.is("foreign") ? "FOREIGN KEY" : "NOT NULL";
  }
}
