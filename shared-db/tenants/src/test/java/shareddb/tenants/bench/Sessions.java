package shareddb.tenants.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/**
 * What a server needs to have asked every tenant something, and to be able to do so again at once:
 * a session for each database, and what these sessions remember of the tables.
 *
 * @param requirements all tenants' together
 * @param bytes that Postgres counts in the memory of these sessions
 */
record Sessions(int count, long requirements, long bytes) {

  static Sessions asking(List<Target> places) throws SQLException {
    Map<Login, Connection> open = new LinkedHashMap<>();
    try {
      long requirements = 0;
      for (Target place : places) {
        Connection session = open.get(place.admin());
        if (session == null) {
          session = place.admin().connect();
          open.put(place.admin(), session);
        }
        requirements +=
            number(session, "SELECT count(*) FROM " + place.schema().quoted("requirements"));
      }
      return new Sessions(open.size(), requirements, bytes(open));
    } finally {
      for (Connection session : open.values()) {
        session.close();
      }
    }
  }

  private static long bytes(Map<Login, Connection> open) throws SQLException {
    long bytes = 0;
    for (Connection session : open.values()) {
      bytes +=
          number(session, "SELECT sum(total_bytes) FROM pg_catalog.pg_backend_memory_contexts");
    }
    return bytes;
  }

  static long number(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
