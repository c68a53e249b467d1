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
 * Finds databases that have a name like a tenant's database and are in no row of the registry. It
 * lists the databases of every server that answers, and opens none of them.
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

  /** The databases of all rows, including tenants that are being removed or were relocated. */
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

  /** Uses the address of the server, because two server names may have the same address. */
  private static String key(Login server, DatabaseName database) {
    return server.address() + "/" + database;
  }

  /** Empty if the server does not answer: the survey of its tenants reports that server. */
  private List<DatabaseName> named(Login server) {
    String sql =
        "SELECT datname FROM pg_catalog.pg_database WHERE starts_with(datname, ?) ORDER BY datname";
    try (Connection connection = server.impatient().reading().connect()) {
      return Query.of(
              connection, sql, registry.module().databases().map(EachTenants::before).orElse(""))
          .list(row -> new DatabaseName(row.getString(1)));
    } catch (SQLException e) {
      return List.of();
    }
  }
}
