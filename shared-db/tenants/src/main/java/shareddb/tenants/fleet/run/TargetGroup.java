package shareddb.tenants.fleet.run;

import java.util.List;
import shareddb.base.track.Migration;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Version;
import shareddb.tenants.fleet.targets.TargetGoal;
import shareddb.tenants.fleet.targets.TargetPosition;
import shareddb.tenants.fleet.targets.TargetPosition.Ground;

/** A key for targets with the same work: targets with equal groups need the same steps. */
public record TargetGroup(
    Ground ground,
    Version from,
    List<Migration> steps,
    List<RepeatableMigration> repeatables,
    boolean isHalfDone) {

  public static TargetGroup of(TargetGoal goal, TargetPosition position) {
    return new TargetGroup(
        position.ground(),
        position.current(),
        goal.steps(position),
        goal.repeatables(position),
        position.isHalfDone());
  }
}
