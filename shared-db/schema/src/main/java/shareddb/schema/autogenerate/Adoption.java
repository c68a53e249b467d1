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
 * Records pending migrations as applied if the schema already has all that they make. Before that
 * it compares the schema, object by object, with a scratch database at the track's newest version.
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
