package shareddb.tenants.fleet.target;

import java.util.List;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Migration;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.TrackState;

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
public record TargetPosition(
    Ground ground,
    Version current,
    List<Migration> applied,
    List<Migration> pending,
    List<RepeatableMigration> repeatables,
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

  public static TargetPosition of(
      Ground ground, TrackReading track, SchemaName schema, History history) {
    TrackState state = TrackState.of(track, schema, RoleName.apiOf(schema), history);
    return new TargetPosition(
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
  public boolean isHalfDone() {
    return problems.stream().anyMatch(HistoryProblem.HalfDone.class::isInstance);
  }

  /** Whether nothing was written to the history between the two. */
  public boolean isSameAs(TargetPosition other) {
    return ground == other.ground
        && newestRank == other.newestRank
        && current.equals(other.current);
  }
}
