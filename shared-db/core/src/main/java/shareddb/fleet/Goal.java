package shareddb.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import shareddb.migrate.HistoryProblem;
import shareddb.track.Migration;
import shareddb.track.Repeatable;
import shareddb.track.UpScript;
import shareddb.track.Version;

/** Where a run is to take each target. */
sealed interface Goal {

  Version version();

  /** In the words of the journal. */
  String operation();

  /** What is to be done on a target that stands there; nothing where it is there, or beyond. */
  List<Migration> steps(Position position);

  /** What Flyway is to run behind them, since its text changed; a downgrade leaves it as it is. */
  default List<Repeatable> repeatables(Position position) {
    return List.of();
  }

  /** The scripts that would be run on a target that stands there. */
  default Stream<Path> files(Position position) {
    return Stream.<UpScript>concat(steps(position).stream(), repeatables(position).stream())
        .map(UpScript::file);
  }

  /** Why a target cannot be moved as it stands. */
  List<HistoryProblem> obstacles(Position position);

  /** Where a target that stands there is once its steps are done. */
  Version reached(Position position);

  /** Of all that is to be done on them, what cannot be. */
  default List<Migration> irreversible(List<Position> positions) {
    return List.of();
  }

  /** Whether a target that stands there is to be moved, or looked into. */
  default boolean concerns(Position position) {
    return !steps(position).isEmpty()
        || !repeatables(position).isEmpty()
        || position.isHalfDone()
        || !obstacles(position).isEmpty();
  }

  /** Up to and with this version. */
  record Up(Version version) implements Goal {

    @Override
    public String operation() {
      return "upgrade";
    }

    @Override
    public List<Migration> steps(Position position) {
      return position.pending().stream().filter(m -> m.version().compareTo(version) <= 0).toList();
    }

    @Override
    public List<Repeatable> repeatables(Position position) {
      return position.current().compareTo(version) <= 0 ? position.repeatables() : List.of();
    }

    @Override
    public List<HistoryProblem> obstacles(Position position) {
      return position.obstacles();
    }

    @Override
    public Version reached(Position position) {
      List<Migration> steps = steps(position);
      return steps.isEmpty() ? position.current() : steps.getLast().version();
    }
  }

  /** Down to this version, which stays. */
  record Down(Version version) implements Goal {

    @Override
    public String operation() {
      return "downgrade";
    }

    @Override
    public List<Migration> steps(Position position) {
      return position.applied().reversed().stream()
          .filter(m -> m.version().compareTo(version) > 0)
          .toList();
    }

    @Override
    public Stream<Path> files(Position position) {
      return steps(position).stream().flatMap(migration -> migration.undo().stream());
    }

    @Override
    public List<Migration> irreversible(List<Position> positions) {
      return positions.stream()
          .flatMap(position -> steps(position).stream())
          .filter(migration -> migration.undo().isEmpty())
          .distinct()
          .toList();
    }

    /** What is half done can be undone, and what has no version stays as it is. */
    @Override
    public List<HistoryProblem> obstacles(Position position) {
      return position.problems().stream()
          .filter(problem -> !(problem instanceof HistoryProblem.HalfDone))
          .filter(problem -> !(problem instanceof HistoryProblem.OfRepeatable))
          .toList();
    }

    @Override
    public Version reached(Position position) {
      return position.applied().stream()
          .map(Migration::version)
          .filter(applied -> applied.compareTo(version) <= 0)
          .reduce(Version.NONE, (lower, higher) -> higher);
    }
  }
}
