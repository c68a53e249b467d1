package shareddb.migrate.rollout;

import java.util.List;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.phase.UnprovenRows;
import shareddb.migrate.script.StatementError;

/** The result of a rollout, or of taking one back. */
public sealed interface RolloutResult {

  /** No contract is pending: there is no change in phases to roll out or to take back. */
  record NothingToDo(Version current) implements RolloutResult {}

  /** Ordinary migrations before the change are pending. Nothing was changed. */
  record Behind(PhasedChange change) implements RolloutResult {}

  /** History and files do not fit together. Nothing was changed. */
  record Refused(List<HistoryProblem> problems) implements RolloutResult {}

  /** The rollout reached the phase at which it was to stop. */
  record Reached(RolloutPhase phase, PhasedChange change) implements RolloutResult {}

  /** The contract is done: the old version is gone. */
  record Completed(PhasedChange change) implements RolloutResult {}

  /** The expanding migration is undone: the new version is gone. */
  record TakenBack(PhasedChange change) implements RolloutResult {}

  /** Rows are not as the contract needs them. The target stays expanded and whole. */
  record Unproven(PhasedChange change, UnprovenRows rows) implements RolloutResult {}

  /** Sessions of the old version are still at work. The target stays expanded and whole. */
  record StillUsed(PhasedChange change, List<OldSession> sessions) implements RolloutResult {}

  /** A migration between the two did not come through. */
  record NotUpgraded(UpgradeResult result) implements RolloutResult {}

  /** A version has no undo script. Nothing was changed. */
  record NoUndoScript(Migration migration) implements RolloutResult {}

  /** Another session works on this target. */
  record Busy(Blocker holder) implements RolloutResult {}

  /** Another rollout fills the rows of this target. */
  record AlreadyRunning(Optional<Integer> session) implements RolloutResult {}

  /** A session did not release a lock. The phase was rolled back. */
  record Blocked(RolloutPhase phase, Blocker blocker) implements RolloutResult {}

  /** Postgres refused a statement. The phase was rolled back; of a back-fill, the last batch. */
  record Failed(RolloutPhase phase, StatementError error) implements RolloutResult {}

  /** The answer to COMMIT was lost, and the tool could not ask again. */
  record Unknown(RolloutPhase phase, StatementError error) implements RolloutResult {}
}
