package shareddb.schema.autogenerate;

import java.sql.SQLException;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Adopt;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.record.OperationListener;
import shareddb.schema.drift.Drift;
import shareddb.schema.drift.DriftResult;

/**
 * Records pending migrations as applied where the schema has all of them already: not before it was
 * compared, object by object, with what the track makes at its newest version.
 */
public final class Adoption {

  private Adoption() {}

  public static AdoptionResult run(Track track, Target target, OperationListener caller)
      throws SQLException {
    TrackState state = CurrentState.of(track, target);
    if (!state.problems().isEmpty() || state.pending().isEmpty()) {
      return new AdoptionResult.Done(Adopt.run(track, target, caller));
    }
    DriftResult compared = Drift.of(track, target, state.newest());
    return compared instanceof DriftResult.Same
        ? new AdoptionResult.Done(Adopt.run(track, target, caller))
        : new AdoptionResult.NotTheSame(compared);
  }
}
