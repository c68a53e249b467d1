package shareddb.tenants.fleet.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.UnreachableDatabase;

/**
 * Checks that every server has enough free connections for a run.
 *
 * @param session the open session to the journal's database
 */
public record ConnectionBudget(Login journal, Connection session, int connections) {

  /**
   * Connections beside the workers': one for the journal, and one that finds the session that
   * blocks a target.
   */
  private static final int BESIDE = 2;

  /** Empty if every server has enough free connections. */
  public Optional<FleetResult> check(List<Target> targets) throws SQLException {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    Map<String, Login> logins = new LinkedHashMap<>();
    wanted.put(journal.address(), BESIDE);
    logins.put(journal.address(), journal);
    for (Target target : targets) {
      Login login = target.admin();
      wanted.merge(login.address(), 1, Integer::sum);
      logins.putIfAbsent(login.address(), login.to(ServerDatabases.MAINTENANCE));
    }
    for (Map.Entry<String, Login> server : logins.entrySet()) {
      int most = connections + (server.getValue().equals(journal) ? BESIDE : 0);
      int count = Math.min(most, wanted.getOrDefault(server.getKey(), 0));
      Optional<FleetResult> tooFew = unlessAway(server.getValue(), count);
      if (tooFew.isPresent()) {
        return tooFew;
      }
    }
    return Optional.empty();
  }

  /** Lets a server pass that does not answer any more: none of its targets can be changed. */
  private Optional<FleetResult> unlessAway(Login server, int wanted) throws SQLException {
    if (server.equals(journal)) {
      return check(session, server, wanted);
    }
    try (Connection connection = server.impatient().reading().connect()) {
      return check(connection, server, wanted);
    } catch (SQLException e) {
      if (!UnreachableDatabase.isOfServer(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static Optional<FleetResult> check(Connection connection, Login login, int wanted)
      throws SQLException {
    String sql =
        """
        SELECT current_setting('max_connections')::int AS max,
               current_setting('max_connections')::int
                   - current_setting('superuser_reserved_connections')::int
                   -- There from PostgreSQL 16 on.
                   - coalesce(current_setting('reserved_connections', true)::int, 0)
                   - (SELECT count(*) FROM pg_catalog.pg_stat_activity
                      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid())::int AS free
        """;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt("free") >= wanted
          ? Optional.empty()
          : Optional.of(
              new FleetResult.TooFewConnections(
                  login.address(), wanted, row.getInt("free"), row.getInt("max")));
    }
  }
}
