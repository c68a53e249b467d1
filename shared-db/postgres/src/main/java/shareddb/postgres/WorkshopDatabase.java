package shareddb.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.postgres.internal.DataFolder;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.Polling;
import shareddb.postgres.server.ServerDatabases;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProblem;

/**
 * Prepares the workshop's own database on a server that was started: it exists, and PUBLIC has no
 * rights in it.
 */
record WorkshopDatabase(Settings settings, ServerKind kind) {

  private static final DatabaseName MAINTENANCE = new DatabaseName("postgres");
  private static final DatabaseName TEMPLATE = new DatabaseName("template1");
  private static final long POLL_MILLIS = 50;

  /**
   * Waits until the server takes connections, creates the database if it is missing, and revokes
   * all rights of PUBLIC in it. On a server that this tool started, it does the same in the
   * databases that every role may use by default.
   */
  void prepare(Duration limit, BooleanSupplier stillThere) {
    awaitServer(limit, stillThere);
    try {
      if (kind != ServerKind.EXTERNAL) {
        ServerDatabases.closed(settings.admin().to(MAINTENANCE));
        ServerDatabases.closed(settings.admin().to(TEMPLATE));
      }
      ServerDatabases.closed(settings.admin());
    } catch (SQLException e) {
      throw new ServerException(notClosed(e), e);
    }
    Optional<String> open = ServerDatabases.openDoor(settings.admin());
    if (open.isPresent()) {
      throw new ServerException(notOurs(open.get()));
    }
  }

  private void awaitServer(Duration limit, BooleanSupplier stillThere) {
    long start = System.nanoTime();
    while (true) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      try {
        connectOrMake();
        return;
      } catch (SQLException e) {
        boolean over = waited.compareTo(limit) > 0 || !stillThere.getAsBoolean();
        if (over || !ConnectFailures.mayPass(e)) {
          throw new ServerException(ConnectFailures.of(settings, kind, e, waited), e);
        }
      }
      Polling.millis(POLL_MILLIS);
    }
  }

  private void connectOrMake() throws SQLException {
    Login admin = settings.admin();
    try (Connection connection = admin.connect()) {
      connection.isValid(1);
    } catch (SQLException e) {
      if (!ConnectFailures.state(e).equals(ConnectFailures.NO_SUCH_DATABASE)) {
        throw e;
      }
      make(admin);
    }
  }

  private void make(Login admin) throws SQLException {
    try {
      ServerDatabases.create(admin.to(MAINTENANCE), admin.database());
    } catch (SQLException e) {
      if (ConnectFailures.state(e).equals("42501")) {
        throw new ServerException(mayNotCreate(), e);
      }
      throw e;
    }
  }

  /** The version that the server reports. */
  Optional<String> version() throws SQLException {
    try (Connection connection = settings.admin().reading().connect()) {
      return Optional.of(connection.getMetaData().getDatabaseProductVersion());
    }
  }

  private ServerProblem mayNotCreate() {
    Login admin = settings.admin();
    return new ServerProblem(
        "there is no database " + admin.database() + ", and this user may not create it",
        admin.address(),
        "user " + admin.user(),
        "as that server's administrator: CREATE DATABASE "
            + admin.database().quoted()
            + " OWNER \""
            + admin.user()
            + '"');
  }

  private ServerProblem notClosed(SQLException e) {
    if (FileFailures.isFullDisk(String.valueOf(e.getMessage()))) {
      return FileFailures.fullDisk(new DataFolder(settings.root()).path());
    }
    return new ServerProblem(
        "the database could not be closed to strangers",
        settings.admin().database() + " at " + settings.admin().address(),
        String.valueOf(e.getMessage()),
        "mend what Postgres says, then  ./db start");
  }

  private ServerProblem notOurs(String open) {
    Login admin = settings.admin();
    return new ServerProblem(
        "everyone may use " + open + ", and this user may not change that",
        admin.database() + " at " + admin.address(),
        "user " + admin.user(),
        "as the database's owner: REVOKE ALL ON " + open + " FROM PUBLIC");
  }
}
