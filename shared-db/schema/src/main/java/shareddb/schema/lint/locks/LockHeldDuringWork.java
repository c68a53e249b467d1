package shareddb.schema.lint.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.sql.SqlName;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedStatement;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.reading.TableConstraint;
import shareddb.schema.lint.reading.TableLock;
import shareddb.schema.lint.rules.LintRule;

/**
 * Finds long work on one table while the same transaction still blocks another one. Work on the
 * blocked table itself has rules of its own.
 */
public final class LockHeldDuringWork implements LintRule {

  @Override
  public RuleName name() {
    return RuleName.LOCK_HELD_DURING_WORK;
  }

  @Override
  public List<LintFinding> look(LintedTrack track) {
    return track.migrations().stream().flatMap(file -> look(file).stream()).toList();
  }

  private List<LintFinding> look(LintedFile file) {
    List<LintFinding> findings = new ArrayList<>();
    List<TableLock> held = new ArrayList<>();
    for (LintedStatement statement : file.statements()) {
      for (TableChange change : statement.changes()) {
        work(change, file)
            .flatMap(
                work -> heldOver(change, held, file).map(lock -> finding(change, work, lock, file)))
            .ifPresent(findings::add);
      }
      TableLock.of(statement, file).ifPresent(held::add);
    }
    return findings;
  }

  private static Optional<TableLock> heldOver(
      TableChange change, List<TableLock> held, LintedFile file) {
    boolean validates =
        change instanceof TableChange.ValidateConstraint validate && !isNew(validate, file);
    return held.stream()
        .filter(lock -> validates || !lock.table().last().equals(change.table().last()))
        .findFirst();
  }

  /** Whether the file adds the constraint itself; a rule of its own finds that. */
  private static boolean isNew(TableChange.ValidateConstraint validate, LintedFile file) {
    return file.changes().stream()
        .flatMap(other -> other.added().stream())
        .anyMatch(added -> added.isNamed(validate.name()));
  }

  private static Optional<String> work(TableChange change, LintedFile file) {
    SqlName table = change.table();
    if (!file.mayHaveRows(table)) {
      return Optional.empty();
    }
    if (change instanceof TableChange.CreateIndex index && !index.concurrently()) {
      return Optional.of("an index on " + table.last() + " is built");
    }
    boolean reads =
        change instanceof TableChange.ValidateConstraint
            || (change instanceof TableChange.AddConstraint(var of, TableConstraint added)
                && added.isValid()
                && !added.usesIndex());
    return reads ? Optional.of("the rows of " + table.last() + " are read") : Optional.empty();
  }

  private LintFinding finding(TableChange change, String work, TableLock lock, LintedFile file) {
    return file.finding(
        name(),
        change.line(),
        "%s while no other session may read or write %s, which line %d has locked until the end of the transaction"
            .formatted(work, lock.table().last(), lock.at()),
        "move this into a migration of its own, before or after that one");
  }
}
