package shareddb.schema.lint.reading;

import java.util.Optional;
import shareddb.base.sql.SqlName;

/**
 * A lock that no other session may read or write behind, held from a line of a file to its end.
 *
 * @param at the line that takes it
 */
public record TableLock(SqlName table, int at) {

  /** The ACCESS EXCLUSIVE lock that a statement takes on a table that may have rows. */
  public static Optional<TableLock> of(LintedStatement statement, LintedFile file) {
    return statement.changes().stream()
        .filter(TableLock::excludesAll)
        .filter(change -> file.mayHaveRows(change.table()))
        .map(change -> new TableLock(change.table(), change.line()))
        .findFirst();
  }

  private static boolean excludesAll(TableChange change) {
    return switch (change) {
      case TableChange.AddConstraint(var table, TableConstraint added) ->
          added.kind() != TableConstraint.Kind.FOREIGN_KEY;
      case TableChange.DetachPartition(var table, var part, boolean concurrently) -> !concurrently;
      case TableChange.DropTable other -> true;
      case TableChange.RenameTable other -> true;
      case TableChange.AddColumn other -> true;
      case TableChange.DropColumn other -> true;
      case TableChange.RenameColumn other -> true;
      case TableChange.ChangeType other -> true;
      case TableChange.SetNotNull other -> true;
      case TableChange.DropConstraint other -> true;
      case TableChange.OtherAlter other -> true;
      case TableChange.CreateTable other -> false;
      case TableChange.ValidateConstraint other -> false;
      case TableChange.CreateIndex other -> false;
    };
  }
}
