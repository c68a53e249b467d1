package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.reading.TableConstraint;
import shareddb.schema.lint.rules.LintRule;

/**
 * Finds UNIQUE, PRIMARY KEY or EXCLUDE on an existing table: Postgres locks the table while it
 * builds the index.
 */
public final class ConstraintIndexLocks implements LintRule.OfConstraint {

  @Override
  public RuleName name() {
    return RuleName.CONSTRAINT_INDEX_LOCKS;
  }

  @Override
  public Optional<LintFinding> look(
      TableConstraint constraint, TableChange change, LintedFile file) {
    return builds(constraint)
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "no session may read or write "
                    + change.table().last()
                    + " until the index of this is built",
                instead(constraint, change)))
        : Optional.empty();
  }

  private static boolean builds(TableConstraint constraint) {
    return switch (constraint.kind()) {
      case UNIQUE, PRIMARY_KEY, EXCLUDE -> !constraint.usesIndex();
      case CHECK, FOREIGN_KEY, NOT_NULL -> false;
    };
  }

  private static String instead(TableConstraint constraint, TableChange change) {
    if (constraint.kind() == TableConstraint.Kind.EXCLUDE) {
      return """
      -- Postgres knows no other way for EXCLUDE: make a new table with it, let the code write
      -- both, fill the new one in parts, and let the code read it\
      """;
    }
    return """
    -- alone in a migration of its own, as it cannot run in a transaction:
    CREATE UNIQUE INDEX CONCURRENTLY %2$s ON %1$s (...);
    -- and in the next one:
    ALTER TABLE %1$s ADD CONSTRAINT %2$s %3$s USING INDEX %2$s;\
    """
        .formatted(
            change.table(),
            constraint.name().orElse(change.table().last() + "_key"),
            constraint.kind());
  }
}
