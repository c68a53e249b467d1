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
 * Renames a tenant's own database. It waits for transactions in the database; idle sessions, such
 * as a pool's, are ended.
 */
public record DatabaseRename(Target target, DatabaseName to, Duration patience) {

  /** Returns the blocking session in words; empty if the database is renamed, or was before. */
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
      // Without this a pool would connect again between the end of its sessions and the rename.
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
