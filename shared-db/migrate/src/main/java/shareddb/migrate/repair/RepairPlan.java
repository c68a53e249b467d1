package shareddb.migrate.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;

/**
 * The changes that make a history fit the files, those that Flyway's repair would make.
 *
 * @param changes by rank of the rows
 * @param left the problems that no change of the history can mend, such as a new file with a
 *     version below the applied ones
 */
public record RepairPlan(Version current, List<HistoryChange> changes, List<HistoryProblem> left) {

  static RepairPlan of(TrackReading track, Target target, History history) {
    TrackState state = TrackState.of(track, target, history);
    List<HistoryProblem> left =
        state.problems().stream().filter(problem -> !isMended(problem)).toList();
    // The history of another track is never changed: its files would count as gone.
    return state.foreign().isPresent()
        ? new RepairPlan(state.current(), List.of(), left)
        : new RepairPlan(state.current(), changes(state, history), left);
  }

  private static boolean isMended(HistoryProblem problem) {
    return switch (problem) {
      case HistoryProblem.OfAnotherTrack foreign -> false;
      case HistoryProblem.OutOfOrder late -> false;
      case HistoryProblem.Edited edited -> true;
      case HistoryProblem.Missing missing -> true;
      case HistoryProblem.HalfDone half -> true;
      case HistoryProblem.RepeatableGone gone -> true;
      case HistoryProblem.RepeatableFailed failed -> true;
    };
  }

  private static List<HistoryChange> changes(TrackState state, History history) {
    Map<Version, Migration> files = new HashMap<>();
    state.migrations().forEach(migration -> files.put(migration.version(), migration));
    List<HistoryChange> changes = new ArrayList<>();
    for (HistoryRow row : history.rows()) {
      change(row, state, files).ifPresent(changes::add);
    }
    return List.copyOf(changes);
  }

  private static Optional<HistoryChange> change(
      HistoryRow row, TrackState state, Map<Version, Migration> files) {
    if (!row.success()) {
      return Optional.of(new HistoryChange.RemoveFailed(row));
    }
    if (!last(state).anyMatch(row::equals)) {
      return Optional.empty();
    }
    if (row.isRepeatable()) {
      return isGone(row, state)
          ? Optional.of(new HistoryChange.ForgetMissing(row))
          : Optional.empty();
    }
    Migration file = row.version().map(files::get).orElse(null);
    if (file == null) {
      return Optional.of(new HistoryChange.ForgetMissing(row));
    }
    boolean fits =
        row.sum().equals(Optional.of(file.checksum()))
            && row.description().equals(file.description());
    return fits ? Optional.empty() : Optional.of(new HistoryChange.TakeFromFile(row, file));
  }

  /** The rows that count: of each version or repeatable migration the last, unless it is undone. */
  private static Stream<HistoryRow> last(TrackState state) {
    return Stream.concat(
            state.applied().values().stream(), state.repeatables().applied().values().stream())
        .filter(row -> !row.isBaseline());
  }

  private static boolean isGone(HistoryRow row, TrackState state) {
    return state.problems().stream()
        .anyMatch(
            problem ->
                problem instanceof HistoryProblem.RepeatableGone gone && gone.row().equals(row));
  }
}
