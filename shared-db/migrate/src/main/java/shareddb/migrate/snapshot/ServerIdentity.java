package shareddb.migrate.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;

/**
 * Identifies the server that a snapshot is from. Another server may have a database and a schema
 * with the same names.
 */
public final class ServerIdentity {

  private ServerIdentity() {}

  /** Whether the snapshot names another server than the target's. */
  public static boolean isOther(Snapshot snapshot, Target target) throws SQLException {
    if (snapshot.manifest().server().isEmpty()) {
      return false;
    }
    try (Connection connection = target.admin().reading().connect()) {
      return !snapshot.manifest().server().get().equals(of(connection));
    }
  }

  /** The system identifier, which initdb gave to the server's data directory. */
  static String of(Connection connection) throws SQLException {
    return Query.of(connection, "SELECT system_identifier::text FROM pg_control_system()")
        .one(row -> row.getString(1));
  }
}
