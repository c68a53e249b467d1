package shareddb.lint;

import java.util.Optional;
import shareddb.sql.Token;

/** NOT VALID and VALIDATE in one file, and so in one transaction, which takes its point away. */
final class ValidateAtOnce implements Rule.OfChange {

  @Override
  public String name() {
    return "validate-at-once";
  }

  @Override
  public Optional<Finding> look(Change change, LintedFile file) {
    return change instanceof Change.ValidateConstraint(var table, var name)
            && file.mayHaveRows(table)
            && file.changes().stream().anyMatch(other -> adds(other, name))
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "a file is one transaction: the lock that added "
                    + name.identifier()
                    + " is held while every row of "
                    + table.last()
                    + " is read",
                "-- in the next migration:\nALTER TABLE %s VALIDATE CONSTRAINT %s;"
                    .formatted(table, name)))
        : Optional.empty();
  }

  private static boolean adds(Change change, Token constraint) {
    return change instanceof Change.AddConstraint(var table, var name, var definition)
        && name.filter(n -> n.identifier().equals(constraint.identifier())).isPresent();
  }
}
