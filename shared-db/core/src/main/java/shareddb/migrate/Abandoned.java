package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a session does whose tool was killed. */
final class Abandoned {

  private Abandoned() {}

  /**
   * It ends at once, and not only when its statement does. Some systems cannot look whether the
   * client is there: they go on without.
   */
  static void endSoon(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DO $do$ BEGIN SET client_connection_check_interval = '500ms';
          EXCEPTION WHEN OTHERS THEN NULL; END $do$
          """);
    }
  }
}
