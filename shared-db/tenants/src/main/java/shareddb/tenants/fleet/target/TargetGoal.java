package shareddb.tenants.fleet.target;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import shareddb.base.track.Migration;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;

/** Where a run is to take each target. */
public sealed interface TargetGoal {

  Version version();

  /** In the words of the journal. */
  String operation();

  /** What is to be done on a target that stands there; nothing where it is there, or beyond. */
  List<Migration> steps(TargetPosition position);

  /** What Flyway is to run behind them, since its text changed; a downgrade leaves it as it is. */
  default List<RepeatableMigration> repeatables(TargetPosition position) {
    return List.of();
  }

  /** The scripts that would be run on a target that stands there. */
  default Stream<Path> files(TargetPosition position) {
    return Stream.<UpgradeScript>concat(steps(position).stream(), repeatables(position).stream())
        .map(UpgradeScript::file);
  }

  /** Why a target cannot be moved as it stands. */
  List<HistoryProblem> obstacles(TargetPosition position);

  /** Where a target that stands there is once its steps are done. */
  Version reached(TargetPosition position);

  /** Of all that is to be done on them, what cannot be. */
  default List<Migration> irreversible(List<TargetPosition> positions) {
    return List.of();
  }

  /** Whether a target that stands there is to be moved, or looked into. */
  default boolean concerns(TargetPosition position) {
    return !steps(position).isEmpty()
        || !repeatables(position).isEmpty()
        || position.isHalfDone()
        || !obstacles(position).isEmpty();
  }

  /** Up to and with this version. */
  record Up(Version version) implements TargetGoal {

    @Override
    public String operation() {
      return "upgrade";
    }

    @Override
    public List<Migration> steps(TargetPosition position) {
      return position.pending().stream().filter(m -> m.version().compareTo(version) <= 0).toList();
    }

    @Override
    public List<RepeatableMigration> repeatables(TargetPosition position) {
      return position.current().compareTo(version) <= 0 ? position.repeatables() : List.of();
    }

    @Override
    public List<HistoryProblem> obstacles(TargetPosition position) {
      return position.obstacles();
    }

    @Override
    public Version reached(TargetPosition position) {
      List<Migration> steps = steps(position);
      return steps.isEmpty() ? position.current() : steps.getLast().version();
    }
  }

  /** Down to this version, which stays. */
  record Down(Version version) implements TargetGoal {

    @Override
    public String operation() {
      return "downgrade";
    }

    @Override
    public List<Migration> steps(TargetPosition position) {
      return position.applied().reversed().stream()
          .filter(m -> m.version().compareTo(version) > 0)
          .toList();
    }

    @Override
    public Stream<Path> files(TargetPosition position) {
      return steps(position).stream().flatMap(migration -> migration.undo().stream());
    }

    @Override
    public List<Migration> irreversible(List<TargetPosition> positions) {
      return positions.stream()
          .flatMap(position -> steps(position).stream())
          .filter(migration -> migration.undo().isEmpty())
          .distinct()
          .toList();
    }

    /** What is half done can be undone, and what has no version stays as it is. */
    @Override
    public List<HistoryProblem> obstacles(TargetPosition position) {
      return position.problems().stream()
          .filter(problem -> !(problem instanceof HistoryProblem.HalfDone))
          .filter(problem -> !(problem instanceof HistoryProblem.OfRepeatable))
          .toList();
    }

    @Override
    public Version reached(TargetPosition position) {
      return position.applied().stream()
          .map(Migration::version)
          .filter(applied -> applied.compareTo(version) <= 0)
          .reduce(Version.NONE, (lower, higher) -> higher);
    }
  }
}
