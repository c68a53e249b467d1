package shareddb.lint;

import java.util.Optional;

/** Another name for what running code knows by its old one. */
final class RenameBreaks implements Rule.OfChange {

  @Override
  public String name() {
    return "rename-breaks-code";
  }

  @Override
  public Optional<Finding> look(Change change, LintedFile file) {
    return file.mayHaveRows(change.table())
        ? switch (change) {
          case Change.RenameColumn(var table, var from, var to) ->
              Optional.of(
                  file.finding(
                      name(),
                      change.line(),
                      "code that runs while this is applied asks for %s.%s, and fails from then on"
                          .formatted(table.last(), from.identifier()),
                      """
                      ALTER TABLE %1$s ADD COLUMN %2$s ...;     -- beside %3$s
                      -- let the code write both and read the new one, fill the old rows in parts,
                      -- and drop %3$s in a later migration"""
                          .formatted(table, to, from)));
          case Change.RenameTable(var table, var to) ->
              Optional.of(
                  file.finding(
                      name(),
                      change.line(),
                      "code that runs while this is applied asks for %s, and fails from then on"
                          .formatted(table.last()),
                      """
                      ALTER TABLE %1$s RENAME TO %2$s;
                      CREATE VIEW %1$s AS SELECT * FROM %3$s;
                      -- in the same file; drop the view once no code asks for it"""
                          .formatted(table, to, beside(table.toString(), to.text()))));
          case Change.CreateTable other -> Optional.empty();
          case Change.DropTable other -> Optional.empty();
          case Change.AddColumn other -> Optional.empty();
          case Change.DropColumn other -> Optional.empty();
          case Change.ChangeType other -> Optional.empty();
          case Change.SetNotNull other -> Optional.empty();
          case Change.AddConstraint other -> Optional.empty();
          case Change.ValidateConstraint other -> Optional.empty();
          case Change.CreateIndex other -> Optional.empty();
        }
        : Optional.empty();
  }

  /** Another name in the same schema. */
  private static String beside(String written, String other) {
    int dot = written.lastIndexOf('.');
    return written.substring(0, dot + 1) + other;
  }
}
