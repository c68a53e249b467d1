package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Query;

/** Makes a session end soon if the tool that opened it is killed. */
public final class AbandonedSession {

  private AbandonedSession() {}

  /**
   * Lets Postgres check the client's connection while a statement runs, and end the session if the
   * client is gone. Some operating systems cannot check it. There the setting is skipped.
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
