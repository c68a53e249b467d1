package shareddb.migrate.history;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;

/**
 * Reads the state of one target on one connection, with one or two queries, and changes nothing.
 */
public final class CurrentState {

  private CurrentState() {}

  public static TrackState of(Track track, Target target) throws SQLException {
    TrackReading reading = track.readAll();
    try (Connection connection = target.admin().reading().connect()) {
      return TrackState.of(reading, target, History.read(connection, target));
    }
  }
}
