package shareddb.learn.trial;

import java.time.Duration;
import java.util.Optional;
import shareddb.migrate.UpgradeResult;

/**
 * One copy after the learner's migrations.
 *
 * @param longestWait how long a reader had to wait meanwhile, if there was one
 */
public record AppliedCopy(SchemaCopy copy, UpgradeResult result, Optional<Duration> longestWait) {

  /** Whether the migrations were applied, or there were none to apply. */
  public boolean done() {
    return result instanceof UpgradeResult.Upgraded || result instanceof UpgradeResult.UpToDate;
  }
}
