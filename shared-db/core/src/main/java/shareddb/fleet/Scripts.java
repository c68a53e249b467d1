package shareddb.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shareddb.fleet.Position.Ground;
import shareddb.migrate.InOneGo;
import shareddb.track.Migration;

/** The scripts of a run, read once for all targets that need the same ones. */
final class Scripts {

  private final Goal goal;
  private final Map<List<Migration>, Optional<InOneGo>> read = new ConcurrentHashMap<>();

  Scripts(Goal goal) {
    this.goal = goal;
  }

  /** All that is to be done on a target; nothing where that cannot be one transaction. */
  Optional<InOneGo> of(Position position) {
    return position.isHalfDone()
            || position.ground() == Ground.NO_HISTORY
            || position.ground() == Ground.UNREAD
            || !goal.repeatables(position).isEmpty()
        ? Optional.empty()
        : read.computeIfAbsent(goal.steps(position), this::read);
  }

  private Optional<InOneGo> read(List<Migration> steps) {
    return switch (goal) {
      case Goal.Up up -> InOneGo.applying(steps);
      case Goal.Down down -> InOneGo.undoing(steps);
    };
  }
}
