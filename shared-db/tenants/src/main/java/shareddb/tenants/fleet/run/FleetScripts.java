package shareddb.tenants.fleet.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shareddb.base.track.Migration;
import shareddb.migrate.script.ScriptBatch;
import shareddb.tenants.fleet.targets.TargetGoal;
import shareddb.tenants.fleet.targets.TargetPosition;
import shareddb.tenants.fleet.targets.TargetPosition.Ground;

/** The scripts of a run, read once for all targets that need the same ones. */
public final class FleetScripts {

  private final TargetGoal goal;
  private final Map<List<Migration>, Optional<ScriptBatch>> read = new ConcurrentHashMap<>();

  public FleetScripts(TargetGoal goal) {
    this.goal = goal;
  }

  /** All scripts that a target at this position needs. Empty if they cannot be one transaction. */
  public Optional<ScriptBatch> of(TargetPosition position) {
    return position.isHalfDone()
            || position.ground() == Ground.NO_HISTORY
            || position.ground() == Ground.UNREAD
            || !goal.repeatables(position).isEmpty()
            || hasContract(position)
        ? Optional.empty()
        : read.computeIfAbsent(goal.steps(position), this::read);
  }

  /** Whether a target with a history would step over a contract, which looks at its rows first. */
  private boolean hasContract(TargetPosition position) {
    return goal instanceof TargetGoal.Up
        && !position.ground().isBare()
        && goal.steps(position).stream().anyMatch(Migration::isContract);
  }

  private Optional<ScriptBatch> read(List<Migration> steps) {
    return switch (goal) {
      case TargetGoal.Up up -> ScriptBatch.applying(steps);
      case TargetGoal.Down down -> ScriptBatch.undoing(steps);
    };
  }
}
