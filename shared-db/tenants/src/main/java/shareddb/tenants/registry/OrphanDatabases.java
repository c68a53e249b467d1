package shareddb.tenants.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.TrackDatabase.EachTenants;

/**
 * Databases that are named as a tenant's is, on servers that answer, and are no tenant's. None of
 * them is opened.
 */
record OrphanDatabases(TenantRegistry registry) {

  List<Target> all() throws SQLException {
    Set<String> registered = registered();
    List<Target> orphans = new ArrayList<>();
    for (Login server : registry.servers().logins().values()) {
      for (DatabaseName database : named(server)) {
        if (registered.add(key(server, database))) {
          registry
              .module()
              .databases()
              .flatMap(pattern -> pattern.tenant(database))
              .map(tenant -> new Target(server.to(database), registry.module().schemaOf(tenant)))
              .ifPresent(orphans::add);
        }
      }
    }
    return List.copyOf(orphans);
  }

  /** Those of tenants that go, or went elsewhere, too. */
  private Set<String> registered() throws SQLException {
    Set<String> registered = new HashSet<>();
    registry.each(
        Optional.empty(),
        tenant ->
            tenant
                .database()
                .ifPresent(
                    own ->
                        registry
                            .servers()
                            .find(own.server())
                            .ifPresent(server -> registered.add(key(server, own.name())))));
    return registered;
  }

  /** Two names may be of one server. */
  private static String key(Login server, DatabaseName database) {
    return server.address() + "/" + database;
  }

  /** None where the server does not answer: who has tenants there hears of that by them. */
  private List<DatabaseName> named(Login server) {
    String sql =
        "SELECT datname FROM pg_catalog.pg_database WHERE starts_with(datname, ?) ORDER BY datname";
    try (Connection connection = server.impatient().connect()) {
      return Query.of(
              connection, sql, registry.module().databases().map(EachTenants::before).orElse(""))
          .list(row -> new DatabaseName(row.getString(1)));
    } catch (SQLException e) {
      return List.of();
    }
  }
}
