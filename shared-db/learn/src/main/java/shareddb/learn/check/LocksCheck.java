package shareddb.learn.check;

import java.sql.SQLException;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.AppliedCopy;
import shareddb.learn.trial.LockedReads;
import shareddb.learn.trial.Trial;

/** No migration takes a lock on a table, or none that also reads the table under it. */
record LocksCheck(CheckEntry.Locks wanted) implements ExerciseCheck {

  private static final String SCAN = "scan";

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    if (!trial.applied().stream().allMatch(AppliedCopy::done)) {
      return new AppliesCheck().run(trial);
    }
    for (LockedReads.OfMigration found : LockedReads.of(trial, wanted.table(), wanted.never())) {
      if (found.locked() && (!isOfScans() || found.rows() > 0)) {
        return CheckResult.failed(line(found), "A lock lasts until the end of its transaction.");
      }
    }
    return new CheckResult.Passed(
        isOfScans()
            ? "%s is never read under %s".formatted(wanted.table(), wanted.never())
            : "%s on %s is never taken".formatted(wanted.never(), wanted.table()));
  }

  private boolean isOfScans() {
    return wanted.during().filter(SCAN::equals).isPresent();
  }

  private String line(LockedReads.OfMigration found) {
    String locks = found.script() + " locks " + wanted.table() + " (" + wanted.never() + ")";
    return isOfScans() ? "%s and reads %d rows of it".formatted(locks, found.rows()) : locks;
  }
}
