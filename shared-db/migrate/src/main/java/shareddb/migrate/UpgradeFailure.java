package shareddb.migrate;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.track.Target;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/** Makes the result of an upgrade that an error ended: blocked by a session, or failed. */
record UpgradeFailure(Target target, LockRetries retries, List<AppliedStep> steps) {

  UpgradeResult result(
      @Nullable SQLException error, String report, Version current, @Nullable UpgradeScript culprit)
      throws SQLException {
    Optional<UpgradeScript> script = Optional.ofNullable(culprit);
    List<InvalidIndex> invalid = InvalidIndex.in(target);
    Optional<Blocker> blocker =
        error != null && LockRetries.isForLock(error.getSQLState())
            ? retries.blocker()
            : Optional.empty();
    return blocker.isPresent()
        ? new UpgradeResult.Blocked(current, script, steps, invalid, blocker.get())
        : new UpgradeResult.Failed(
            current,
            script,
            steps,
            invalid,
            Optional.ofNullable(error).map(StatementError::of),
            report);
  }
}
