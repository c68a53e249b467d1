package shareddb.fleet;

import java.util.List;
import shareddb.migrate.History;
import shareddb.migrate.HistoryProblem;
import shareddb.migrate.TrackState;
import shareddb.track.Migration;
import shareddb.track.Version;

/**
 * Where a target stands, as its history tells.
 *
 * @param applied by version, half done ones too
 * @param pending by version
 * @param problems where history and files do not fit together
 * @param obstacles those that an upgrade cannot do away with by going on
 * @param newestRank the rank of the history's last row
 */
public record Position(
    Ground ground,
    Version current,
    List<Migration> applied,
    List<Migration> pending,
    List<HistoryProblem> problems,
    List<HistoryProblem> obstacles,
    int newestRank) {

  /** What there is to stand on. */
  public enum Ground {
    /** There is no such schema. */
    NOTHING,
    /** The schema is there and nobody keeps its history. */
    NO_HISTORY,
    HISTORY
  }

  static Position of(Ground ground, List<Migration> migrations, History history) {
    TrackState state = TrackState.of(migrations, history);
    return new Position(
        ground,
        state.current(),
        migrations.stream().filter(m -> state.applied().containsKey(m.version())).toList(),
        state.pending(),
        state.problems(),
        state.obstacles(),
        history.newestRank());
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
