package shareddb.tenants.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.track.Target;
import shareddb.postgres.server.ServerDatabases;

/**
 * Calls a tenant's own database by another name. Whoever is in a transaction there is waited for;
 * sessions that do nothing, as those of a pool, end.
 */
public record DatabaseRename(Target target, DatabaseName to, Duration patience) {

  /** Nothing, also where it is called so already; or who is in the way. */
  public Optional<String> run() throws SQLException {
    DatabaseName from = target.admin().database();
    Optional<String> busy = new DatabaseDrop(target, patience).busy();
    if (busy.isPresent()) {
      return busy;
    }
    try (Connection server = target.admin().to(ServerDatabases.MAINTENANCE).connect()) {
      if (!ServerDatabases.exists(target.admin().to(ServerDatabases.MAINTENANCE), from)) {
        return Optional.empty();
      }
      // A pool would come back between the end of its sessions and the new name.
      Query.execute(server, "ALTER DATABASE " + from.quoted() + " ALLOW_CONNECTIONS false");
      Query.of(
              server,
              "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = ?",
              from.value())
          .each(row -> {});
      Query.execute(server, "ALTER DATABASE " + from.quoted() + " RENAME TO " + to.quoted());
      Query.execute(server, "ALTER DATABASE " + to.quoted() + " ALLOW_CONNECTIONS true");
      return Optional.empty();
    }
  }
}
