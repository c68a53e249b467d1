package shareddb.migrate.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import shareddb.base.track.Target;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.journal.RolloutPosition;
import shareddb.migrate.journal.RolloutPositions;

/**
 * The phase of a target whose expanding migration is applied and whose contract is pending.
 *
 * @param since when it was expanded
 * @param position how far the back-fill came, if it began
 * @param isOpen whether the new version's views are there
 */
public record RolloutState(
    PhasedChange change, Instant since, Optional<RolloutPosition> position, boolean isOpen) {

  /** Empty if no rollout is under way. */
  public static Optional<RolloutState> of(Target target, TrackState state) throws SQLException {
    Optional<PhasedChange> change = PhasedChange.next(state).filter(PhasedChange::isExpanded);
    if (change.isEmpty()) {
      return Optional.empty();
    }
    HistoryRow row = state.row(change.get().expand().version());
    try (Connection connection = target.admin().reading().connect()) {
      return Optional.of(
          new RolloutState(
              change.get(),
              row.installedOn(),
              RolloutPositions.of(target, row).read(connection),
              VersionSchema.exists(connection, change.get().newViews(target.schema()))));
    }
  }
}
