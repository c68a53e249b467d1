package shareddb.migrate.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;

/**
 * One migration that was applied or undone, and how long it took.
 *
 * @param version empty if the migration is repeatable
 */
public record AppliedStep(
    Optional<Version> version, String description, String script, Duration duration) {

  static AppliedStep of(HistoryRow row) {
    return new AppliedStep(row.version(), row.description(), row.script(), row.executionTime());
  }

  /** The migrations that were applied as a whole between the two states. */
  public static List<AppliedStep> between(TrackState before, TrackState after) {
    Stream<HistoryRow> versions =
        after.applied().values().stream().filter(row -> row.success() && !isWhole(before, row));
    return Stream.concat(versions, after.repeatables().since(before.repeatables()).stream())
        .map(AppliedStep::of)
        .toList();
  }

  private static boolean isWhole(TrackState state, HistoryRow of) {
    HistoryRow row = state.applied().get(of.version().orElseThrow());
    return row != null && row.success();
  }
}
