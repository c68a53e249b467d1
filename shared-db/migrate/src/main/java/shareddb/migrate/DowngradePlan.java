package shareddb.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Collectors;
import shareddb.base.sql.SqlStatement;
import shareddb.base.track.Migration;
import shareddb.base.track.ScriptCheck;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.HistoryRowSql;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.Planner;

/** The plan of a downgrade. */
public final class DowngradePlan {

  private DowngradePlan() {}

  public static Planner<DowngradeResult> of(TrackReading track, Target target, DowngradeTo to) {
    return connection -> of(track, target, to, History.read(connection, target));
  }

  private static Plan<DowngradeResult> of(
      TrackReading track, Target target, DowngradeTo to, History history) {
    TrackState state = TrackState.versioned(track, target, history);
    Optional<DowngradeResult> end = end(state, to);
    if (end.isPresent()) {
      return new Plan.Ended<>(end.get());
    }
    List<Migration> doomed = doomed(state, to);
    List<PlannedScript> scripts = new ArrayList<>();
    int rank = history.newestRank();
    for (Migration migration : doomed) {
      HistoryRow row = state.row(migration.version());
      rank += row.success() ? 1 : 0;
      scripts.add(script(state, migration, String.valueOf(rank), target));
    }
    return new Plan.Scripts<>(
        state.current(),
        below(state, doomed.getLast()),
        Plan.Transactions.EACH_ITS_OWN,
        List.copyOf(scripts));
  }

  /** The result without running a script. Empty if there are versions to undo. */
  static Optional<DowngradeResult> end(TrackState state, DowngradeTo to) {
    // A half-done version can be undone.
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
    Version baseline = state.baseline();
    boolean reachesBelow =
        switch (to) {
          case DowngradeTo.TheVersion(Version wanted) -> wanted.compareTo(baseline) < 0;
          case DowngradeTo.Steps steps -> doomed.isEmpty();
        };
    if (reachesBelow && !baseline.equals(Version.NONE)) {
      return Optional.of(new DowngradeResult.BelowBaseline(baseline));
    }
    // One step is the default if the operator typed no number.
    if (to instanceof DowngradeTo.Steps(int count) && count > 1 && count > doomed.size()) {
      return Optional.of(new DowngradeResult.TooManySteps(count, doomed.size()));
    }
    if (doomed.isEmpty()) {
      return Optional.of(new DowngradeResult.NothingToUndo(state.current()));
    }
    List<Migration> irreversible = doomed.stream().filter(m -> m.undo().isEmpty()).toList();
    if (!irreversible.isEmpty()) {
      return Optional.of(new DowngradeResult.NoUndoScript(state.current(), irreversible));
    }
    ScriptCheck.require(doomed.stream().flatMap(migration -> migration.undo().stream()));
    return Optional.empty();
  }

  /** The versions to undo, newest first. */
  static List<Migration> doomed(TrackState state, DowngradeTo to) {
    List<Migration> applied = state.undoable().reversed();
    return switch (to) {
      case DowngradeTo.TheVersion(Version version) ->
          applied.stream().filter(m -> m.version().compareTo(version) > 0).toList();
      case DowngradeTo.Steps(int count) -> applied.stream().limit(count).toList();
    };
  }

  /** The highest version that stays applied. */
  static Version below(TrackState state, Migration lowest) {
    SortedMap<Version, HistoryRow> rest = state.applied().headMap(lowest.version());
    return rest.isEmpty() ? Version.NONE : rest.lastKey();
  }

  /** Whether the undo script of this version runs in one transaction. */
  public static boolean inOneTransaction(Migration migration) {
    return migration.undo().map(ScriptText::of).map(ScriptText::inOneTransaction).orElse(true);
  }

  /**
   * The versions of each transaction, in order.
   *
   * @param together whether neighbours whose scripts run in a transaction share it
   */
  static List<List<Migration>> transactions(List<Migration> doomed, boolean together) {
    List<List<Migration>> transactions = new ArrayList<>();
    boolean open = false;
    for (Migration migration : doomed) {
      boolean whole = inOneTransaction(migration);
      if (!open || !whole) {
        transactions.add(new ArrayList<>());
      }
      transactions.getLast().add(migration);
      open = together && whole;
    }
    return transactions;
  }

  private static boolean isKnown(TrackState state, Version wanted) {
    return wanted.equals(Version.NONE)
        || wanted.equals(state.baseline())
        || state.migration(wanted).isPresent();
  }

  /**
   * The script that undoes one version.
   *
   * @param state the state before it
   * @param rank the rank of the new row of type DELETE; not used if the version is half done
   */
  static PlannedScript script(TrackState state, Migration migration, String rank, Target target) {
    HistoryRow applied = state.row(migration.version());
    ScriptText text = ScriptText.of(migration.undo().orElseThrow());
    boolean whole = text.inOneTransaction();
    HistoryRowSql row;
    if (applied.success()) {
      HistoryRowSql undone = HistorySql.undone(target, rank, migration);
      // With the lowest version all that a repeatable migration can use is gone, and so is it.
      boolean isLowest = below(state, migration).equals(Version.NONE);
      row = isLowest ? took -> undone.sql(took) + HistorySql.repeatablesUndone(target) : undone;
    } else if (whole) {
      // The version was never applied as a whole. Its row is deleted, as Flyway's own repair
      // does.
      row = HistorySql.removed(target, applied.rank());
    } else {
      row = HistorySql.finished(target, applied.rank(), OptionalInt.empty());
    }
    return PlannedScript.undoing(migration, target, sql(text, applied, target), row, whole);
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
