package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.reading.TableConstraint;
import shareddb.schema.lint.rules.LintRule;

/** Finds a constraint against which Postgres checks all rows at once, while it locks the table. */
public final class ConstraintScans implements LintRule.OfConstraint {

  @Override
  public RuleName name() {
    return RuleName.CONSTRAINT_SCANS;
  }

  @Override
  public Optional<LintFinding> look(
      TableConstraint constraint, TableChange change, LintedFile file) {
    String table = change.table().last();
    return reads(constraint, change)
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "every row of "
                    + table
                    + " is checked while "
                    + (constraint.kind() == TableConstraint.Kind.FOREIGN_KEY
                        ? "no session can write to it, nor to the table it refers to"
                        : "no other session may read or write it"),
                instead(constraint, change, file)))
        : Optional.empty();
  }

  /**
   * Whether Postgres reads the rows. In a new column without a default all values are null: a
   * foreign key needs no look at them.
   */
  private static boolean reads(TableConstraint constraint, TableChange change) {
    boolean inline = change instanceof TableChange.AddColumn;
    boolean hasValues = change instanceof TableChange.AddColumn add && add.column().hasDefault();
    return constraint.isValid()
        && switch (constraint.kind()) {
          case CHECK -> true;
          case FOREIGN_KEY -> !inline || hasValues;
          case NOT_NULL -> !inline;
          case UNIQUE, PRIMARY_KEY, EXCLUDE -> false;
        };
  }

  private static String instead(TableConstraint constraint, TableChange change, LintedFile file) {
    boolean check = constraint.kind() == TableConstraint.Kind.NOT_NULL && file.postgres() < 18;
    return """
    %4$sALTER TABLE %1$s ADD CONSTRAINT %2$s %3$s ... NOT VALID;
    -- and in the next migration, beside readers and writers:
    ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s;\
    """
        .formatted(
            change.table(),
            constraint.name().orElse(change.table().last() + "_..."),
            check ? "CHECK (... IS NOT NULL)" : constraint.kind(),
            change instanceof TableChange.AddColumn ? "-- the column without it, then\n" : "");
  }
}
