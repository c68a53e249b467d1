package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.track.Track;
import shareddb.track.TrackReading;

/** Where a target stands: one connection, a query or two, nothing changed. */
public final class Current {

  private Current() {}

  public static TrackState of(Track track, Target target) throws SQLException {
    TrackReading reading = track.readAll();
    try (Connection connection = target.admin().connect()) {
      return TrackState.of(reading, target, History.read(connection, target));
    }
  }
}
