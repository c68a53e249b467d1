package shareddb.fleet;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import shareddb.settings.Login;

/** How many connections a run may take without keeping out anybody else. */
final class Budget {

  /** The one that keeps the journal, and one that looks who is in the way. */
  private static final int BESIDE = 2;

  private Budget() {}

  /** Nothing where there are enough of them. */
  static Optional<FleetResult> check(Login login, int connections) throws SQLException {
    String sql =
        """
        SELECT current_setting('max_connections')::int AS max,
               current_setting('max_connections')::int
                   - current_setting('superuser_reserved_connections')::int
                   - current_setting('reserved_connections')::int
                   - (SELECT count(*) FROM pg_catalog.pg_stat_activity
                      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid())::int AS free
        """;
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      int wanted = connections + BESIDE;
      return row.getInt("free") >= wanted
          ? Optional.empty()
          : Optional.of(
              new FleetResult.TooFewConnections(wanted, row.getInt("free"), row.getInt("max")));
    }
  }
}
