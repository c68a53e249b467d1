package shareddb.postgres.server;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;

/**
 * A temporary database on the workshop's server, to try a track in. It is dropped when it is
 * closed. Its name contains its creation time, so that a later call finds and drops it if its
 * process was killed.
 */
public final class ScratchDatabase implements AutoCloseable {

  private static final String PREFIX = "workshop_scratch_";
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private final Login server;
  private final Login login;

  private ScratchDatabase(Login server, Login login) {
    this.server = server;
    this.login = login;
  }

  /** Creates one on the server of this login. */
  public static ScratchDatabase on(Login server) throws SQLException {
    sweep(server);
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    DatabaseName name =
        new DatabaseName(
            PREFIX + Instant.now().getEpochSecond() + "_" + HexFormat.of().formatHex(random));
    return new ScratchDatabase(server, ServerDatabases.create(server, name));
  }

  public Login login() {
    return login;
  }

  @Override
  public void close() throws SQLException {
    ServerDatabases.drop(server, login.database());
  }

  private static void sweep(Login server) throws SQLException {
    for (DatabaseName abandoned : abandoned(server)) {
      ServerDatabases.drop(server, abandoned);
    }
  }

  /** Old temporary databases without connections. */
  private static List<DatabaseName> abandoned(Login server) throws SQLException {
    String sql =
        """
        SELECT datname
        FROM pg_catalog.pg_database AS database
        WHERE datname ~ ('^' || ? || '[0-9]+_[0-9a-f]+$')
          AND substring(datname FROM '_([0-9]+)_')::bigint < ?
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity AS activity
                          WHERE activity.datid = database.oid)
        """;
    long before = Instant.now().minus(ABANDONED).getEpochSecond();
    try (Connection connection = server.reading().connect()) {
      return Query.of(connection, sql, PREFIX, before)
          .list(row -> new DatabaseName(row.getString(1)));
    }
  }
}
