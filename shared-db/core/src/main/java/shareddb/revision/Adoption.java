package shareddb.revision;

import java.sql.SQLException;
import shareddb.drift.Drift;
import shareddb.drift.DriftResult;
import shareddb.migrate.Adopt;
import shareddb.migrate.Caller;
import shareddb.migrate.Current;
import shareddb.migrate.Target;
import shareddb.migrate.TrackState;
import shareddb.track.Track;

/**
 * Records pending migrations as applied where the schema has all of them already: not before it was
 * compared, object by object, with what the track makes at its newest version.
 */
public final class Adoption {

  private Adoption() {}

  public static AdoptionResult run(Track track, Target target, Caller caller) throws SQLException {
    TrackState state = Current.of(track, target);
    if (!state.problems().isEmpty() || state.pending().isEmpty()) {
      return new AdoptionResult.Done(Adopt.run(track, target, caller));
    }
    DriftResult compared = Drift.of(track, target, state.newest());
    return compared instanceof DriftResult.Same
        ? new AdoptionResult.Done(Adopt.run(track, target, caller))
        : new AdoptionResult.NotTheSame(compared);
  }
}
