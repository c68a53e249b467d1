package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Query;

/** Makes a session end soon after the tool that opened it was killed. */
public final class AbandonedSession {

  private AbandonedSession() {}

  /**
   * It ends at once, and not only when its statement does. Some systems cannot look whether the
   * client is there: they go on without.
   */
  public static void endSoon(Connection connection) throws SQLException {
    Query.execute(
        connection,
        """
        DO $do$ BEGIN SET client_connection_check_interval = '500ms';
        EXCEPTION WHEN OTHERS THEN NULL; END $do$
        """);
  }
}
