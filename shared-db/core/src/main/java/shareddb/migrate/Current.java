package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.track.Migration;
import shareddb.track.Track;

/** Where a target stands: one connection, a query or two, nothing changed. */
public final class Current {

  private Current() {}

  public static TrackState of(Track track, Target target) throws SQLException {
    List<Migration> migrations = track.read();
    try (Connection connection = target.admin().connect()) {
      return TrackState.of(migrations, History.read(connection, target));
    }
  }
}
