package shareddb.schema.lint.rules;

import java.util.Optional;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;

/** Finds a rename of a table or column that running code may know by its old name. */
public final class RenameBreaks implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.RENAME_BREAKS_CODE;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return file.mayHaveRows(change.table())
        ? switch (change) {
          case TableChange.RenameColumn(var table, var from, var to) ->
              Optional.of(
                  file.finding(
                      name(),
                      change.line(),
                      "code that runs while this is applied asks for %s.%s, and fails from then on"
                          .formatted(table.last(), from.identifier()),
                      """
                      ALTER TABLE %1$s ADD COLUMN %2$s ...;     -- beside %3$s
                      -- let the code write both and read the new one, fill the old rows in parts,
                      -- and drop %3$s in a later migration\
                      """
                          .formatted(table, to, from)));
          case TableChange.RenameTable(var table, var to) ->
              Optional.of(
                  file.finding(
                      name(),
                      change.line(),
                      "code that runs while this is applied asks for %s, and fails from then on"
                          .formatted(table.last()),
                      """
                      ALTER TABLE %1$s RENAME TO %2$s;
                      CREATE VIEW %1$s AS SELECT * FROM %3$s;
                      -- in the same file; drop the view once no code asks for it\
                      """
                          .formatted(table, to, beside(table.toString(), to.text()))));
          case TableChange.CreateTable other -> Optional.empty();
          case TableChange.DropTable other -> Optional.empty();
          case TableChange.AddColumn other -> Optional.empty();
          case TableChange.DropColumn other -> Optional.empty();
          case TableChange.ChangeType other -> Optional.empty();
          case TableChange.SetNotNull other -> Optional.empty();
          case TableChange.AddConstraint other -> Optional.empty();
          case TableChange.ValidateConstraint other -> Optional.empty();
          case TableChange.DropConstraint other -> Optional.empty();
          case TableChange.DetachPartition other -> Optional.empty();
          case TableChange.OtherAlter other -> Optional.empty();
          case TableChange.CreateIndex other -> Optional.empty();
        }
        : Optional.empty();
  }

  /** The other name in the same schema. */
  private static String beside(String written, String other) {
    int dot = written.lastIndexOf('.');
    return written.substring(0, dot + 1) + other;
  }
}
