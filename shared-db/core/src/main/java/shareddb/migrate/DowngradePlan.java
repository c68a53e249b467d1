package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import shareddb.sql.SqlStatement;
import shareddb.track.Migration;
import shareddb.track.Track;
import shareddb.track.TrackReading;
import shareddb.track.Version;

/** What a downgrade would run. */
public final class DowngradePlan {

  private DowngradePlan() {}

  public static Plan<DowngradeResult> of(Track track, Target target, DowngradeTo to)
      throws SQLException {
    TrackReading reading = track.readAll();
    try (Connection connection = target.admin().connect()) {
      History history = History.read(connection, target);
      TrackState state = TrackState.versioned(reading, target, history);
      Optional<DowngradeResult> end = end(state, to);
      if (end.isPresent()) {
        return new Plan.Ended<>(end.get());
      }
      List<Migration> doomed = doomed(state, to);
      return new Plan.Scripts<>(
          state.current(),
          below(state, doomed.getLast()),
          Plan.Transactions.EACH_ITS_OWN,
          scripts(doomed, state, history, target));
    }
  }

  /** Nothing where something is to be undone. */
  static Optional<DowngradeResult> end(TrackState state, DowngradeTo to) {
    // What is half done can be undone.
    List<HistoryProblem> problems =
        state.problems().stream().filter(p -> !(p instanceof HistoryProblem.HalfDone)).toList();
    if (!problems.isEmpty()) {
      return Optional.of(new DowngradeResult.Refused(problems));
    }
    if (to instanceof DowngradeTo.TheVersion(Version wanted) && !isKnown(state, wanted)) {
      return Optional.of(
          new DowngradeResult.UnknownVersion(
              wanted, state.migrations().stream().map(Migration::version).toList()));
    }
    List<Migration> doomed = doomed(state, to);
    if (doomed.isEmpty()) {
      return Optional.of(new DowngradeResult.NothingToUndo(state.current()));
    }
    List<Migration> irreversible = doomed.stream().filter(m -> m.undo().isEmpty()).toList();
    return irreversible.isEmpty()
        ? Optional.empty()
        : Optional.of(new DowngradeResult.NoUndoScript(state.current(), irreversible));
  }

  /** What has to go, newest first. */
  static List<Migration> doomed(TrackState state, DowngradeTo to) {
    List<Migration> applied =
        state.migrations().reversed().stream()
            .filter(m -> state.applied().containsKey(m.version()))
            .toList();
    return switch (to) {
      case DowngradeTo.TheVersion(Version version) ->
          applied.stream().filter(m -> m.version().compareTo(version) > 0).toList();
      case DowngradeTo.Steps(int count) -> applied.stream().limit(count).toList();
    };
  }

  /** The version that stays. */
  static Version below(TrackState state, Migration lowest) {
    SortedMap<Version, HistoryRow> rest = state.applied().headMap(lowest.version());
    return rest.isEmpty() ? Version.NONE : rest.lastKey();
  }

  private static boolean isKnown(TrackState state, Version wanted) {
    return wanted.equals(Version.NONE) || state.migration(wanted).isPresent();
  }

  private static List<PlannedScript> scripts(
      List<Migration> doomed, TrackState state, History history, Target target) {
    List<PlannedScript> scripts = new ArrayList<>();
    int rank = history.newestRank();
    for (Migration migration : doomed) {
      HistoryRow row = state.row(migration.version());
      ScriptText text = ScriptText.of(migration.undo().orElseThrow());
      boolean half = !row.success();
      String written;
      if (half) {
        written =
            text.inOneTransaction()
                ? HistorySql.removed(target, row.rank())
                : HistorySql.finished(target, row.rank());
      } else {
        rank++;
        written = HistorySql.undone(target, rank, migration);
      }
      scripts.add(planned(migration, target, sql(text, row, target), written, text));
    }
    return List.copyOf(scripts);
  }

  private static PlannedScript planned(
      Migration migration, Target target, String sql, String history, ScriptText text) {
    return new PlannedScript(
        migration.undoScript(),
        Optional.of(migration.version()),
        migration.undo(),
        target.schema().quoted(),
        sql,
        history,
        text.inOneTransaction());
  }

  private static String sql(ScriptText text, HistoryRow row, Target target) {
    boolean stopped = row.undoes() && row.sum().equals(Optional.of(text.raw().hashCode()));
    return stopped
        ? text.statementsOn(target).stream()
            .skip(row.statementsDone())
            .map(SqlStatement::source)
            .collect(Collectors.joining("\n", "", "\n"))
        : text.on(target);
  }
}
