package shareddb.fleet;

import java.util.List;
import shareddb.fleet.Position.Ground;
import shareddb.track.Migration;
import shareddb.track.Repeatable;
import shareddb.track.Version;

/** What is the same for all targets that are moved the same way. */
record Alike(
    Ground ground,
    Version from,
    List<Migration> steps,
    List<Repeatable> repeatables,
    boolean isHalfDone) {

  static Alike of(Goal goal, Position position) {
    return new Alike(
        position.ground(),
        position.current(),
        goal.steps(position),
        goal.repeatables(position),
        position.isHalfDone());
  }
}
