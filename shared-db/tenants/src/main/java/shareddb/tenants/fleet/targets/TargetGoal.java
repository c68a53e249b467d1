package shareddb.tenants.fleet.targets;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import shareddb.base.track.Migration;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryProblem;

/** The version to which a run upgrades or downgrades each target. */
public sealed interface TargetGoal {

  Version version();

  /** The word for it in the journal. */
  String operation();

  /**
   * The versioned migrations to run on a target at this position. Empty if it is at the goal or
   * beyond.
   */
  List<Migration> steps(TargetPosition position);

  /**
   * The repeatable migrations that Flyway runs after the steps, because they never ran or their
   * text changed. A downgrade runs none.
   */
  default List<RepeatableMigration> repeatables(TargetPosition position) {
    return List.of();
  }

  /** The scripts that a run executes on a target at this position. */
  default Stream<Path> files(TargetPosition position) {
    return Stream.<UpgradeScript>concat(steps(position).stream(), repeatables(position).stream())
        .map(UpgradeScript::file);
  }

  /** The problems because of which a run refuses a target at this position. */
  List<HistoryProblem> obstacles(TargetPosition position);

  /** The version of a target at this position once its steps are done. */
  Version reached(TargetPosition position);

  /** The steps of these targets that have to be undone and have no undo script. */
  default List<Migration> irreversible(List<TargetPosition> positions) {
    return List.of();
  }

  /** Whether a run must change or refuse a target at this position. */
  default boolean concerns(TargetPosition position) {
    return !steps(position).isEmpty()
        || !repeatables(position).isEmpty()
        || position.isHalfDone()
        || !obstacles(position).isEmpty();
  }

  /** An upgrade to this version, which is applied too. */
  record Up(Version version) implements TargetGoal {

    @Override
    public String operation() {
      return "upgrade";
    }

    @Override
    public List<Migration> steps(TargetPosition position) {
      return position.pendingTo(version);
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

  /** A downgrade to this version, which stays applied. */
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

    /**
     * Leaves out half-done versions, because a downgrade can undo them, and repeatable migrations,
     * because a downgrade does not touch them.
     */
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
