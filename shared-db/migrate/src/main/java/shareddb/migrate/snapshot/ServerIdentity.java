package shareddb.migrate.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;

/** Which server rows are from: another one may have a database and a schema of the same names. */
public final class ServerIdentity {

  private ServerIdentity() {}

  /** Whether a snapshot says that it is from another server than the target's. */
  public static boolean isOther(Snapshot snapshot, Target target) throws SQLException {
    if (snapshot.manifest().server().isEmpty()) {
      return false;
    }
    try (Connection connection = target.admin().connect()) {
      return !snapshot.manifest().server().get().equals(of(connection));
    }
  }

  /** The number that the server's data directory was given when it was made. */
  static String of(Connection connection) throws SQLException {
    return Query.of(connection, "SELECT system_identifier::text FROM pg_control_system()")
        .one(row -> row.getString(1));
  }
}
