package shareddb.fleet;

import java.util.List;
import shareddb.migrate.History;
import shareddb.migrate.HistoryProblem;
import shareddb.migrate.TrackState;
import shareddb.names.RoleName;
import shareddb.names.SchemaName;
import shareddb.track.Migration;
import shareddb.track.Repeatable;
import shareddb.track.TrackReading;
import shareddb.track.Version;

/**
 * Where a target stands, as its history tells.
 *
 * @param applied by version, half done ones too
 * @param pending by version
 * @param repeatables those that never ran here, or ran with another text
 * @param problems where history and files do not fit together
 * @param obstacles those that an upgrade cannot do away with by going on
 * @param newestRank the rank of the history's last row
 */
public record Position(
    Ground ground,
    Version current,
    List<Migration> applied,
    List<Migration> pending,
    List<Repeatable> repeatables,
    List<HistoryProblem> problems,
    List<HistoryProblem> obstacles,
    int newestRank) {

  /** What there is to stand on. */
  public enum Ground {
    /** There is no such database. */
    NO_DATABASE,
    /** There is no such schema. */
    NOTHING,
    /** The schema is there and nobody keeps its history. */
    NO_HISTORY,
    HISTORY,
    /** Another session kept the history locked when it was last looked at. */
    UNREAD;

    /** Whether all of it is to be made. */
    public boolean isBare() {
      return this == NO_DATABASE || this == NOTHING;
    }
  }

  static Position of(Ground ground, TrackReading track, SchemaName schema, History history) {
    TrackState state = TrackState.of(track, schema, RoleName.apiOf(schema), history);
    return new Position(
        ground,
        state.current(),
        track.migrations().stream().filter(m -> state.applied().containsKey(m.version())).toList(),
        state.pending(),
        state.repeatables().pending(),
        state.problems(),
        state.obstacles(),
        history.newestRank());
  }

  /** Whether an upgrade would do anything. */
  public boolean isBehind() {
    return !pending.isEmpty() || !repeatables.isEmpty();
  }

  /** Whether a script that cannot be one transaction was stopped half-way. */
  boolean isHalfDone() {
    return problems.stream().anyMatch(HistoryProblem.HalfDone.class::isInstance);
  }

  /** Whether nothing was written to the history between the two. */
  boolean isSameAs(Position other) {
    return ground == other.ground
        && newestRank == other.newestRank
        && current.equals(other.current);
  }
}
