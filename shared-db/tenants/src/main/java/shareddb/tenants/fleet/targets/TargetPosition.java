package shareddb.tenants.fleet.targets;

import java.util.List;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Migration;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.history.BaseScripts;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.TrackState;

/**
 * The state of one target: its history compared with the files of its track.
 *
 * @param applied by version, including half-done migrations
 * @param pending by version
 * @param bases the base scripts that can begin a new target; none if it is not new
 * @param repeatables the repeatable migrations that never ran here, or ran with another text
 * @param problems the differences between history and files
 * @param obstacles the problems that an upgrade cannot solve by going on
 * @param newestRank the rank of the history's last row
 */
public record TargetPosition(
    Ground ground,
    Version current,
    List<Migration> applied,
    List<Migration> pending,
    List<Migration> bases,
    List<RepeatableMigration> repeatables,
    List<HistoryProblem> problems,
    List<HistoryProblem> obstacles,
    int newestRank) {

  /** How much of the target exists. */
  public enum Ground {
    /** The database does not exist. */
    NO_DATABASE,
    /** The schema does not exist. */
    NOTHING,
    /** The schema exists and has no history table. */
    NO_HISTORY,
    HISTORY,
    /** Another session had locked the history when the run tried to read it. */
    UNREAD;

    /** Whether the schema is still to be made. */
    public boolean isBare() {
      return this == NO_DATABASE || this == NOTHING;
    }
  }

  public static TargetPosition of(
      Ground ground, TrackReading track, SchemaName schema, History history) {
    TrackState state = TrackState.of(track, schema, RoleName.apiOf(schema), history);
    return new TargetPosition(
        ground,
        state.current(),
        state.undoable(),
        state.pending(),
        state.bases(),
        state.repeatables().pending(),
        state.problems(),
        state.obstacles(),
        history.newestRank());
  }

  /** The versioned migrations that an upgrade to this version runs. */
  public List<Migration> pendingTo(Version version) {
    return BaseScripts.pending(pending, bases, version);
  }

  /** Whether any migration is pending. */
  public boolean isBehind() {
    return !pending.isEmpty() || !repeatables.isEmpty();
  }

  /** Whether a script that cannot be one transaction was stopped half-way. */
  public boolean isHalfDone() {
    return problems.stream().anyMatch(HistoryProblem.HalfDone.class::isInstance);
  }

  /** Whether no session wrote to the history between the two readings. */
  public boolean isSameAs(TargetPosition other) {
    return ground == other.ground
        && newestRank == other.newestRank
        && current.equals(other.current);
  }
}
