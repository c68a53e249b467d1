package shareddb.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.postgres.build.BuildPostgres;

final class ServerDatabasesTest {

  private static final DatabaseName NAME = new DatabaseName("granted meanwhile");

  /** Two APIs that start for the first time: one grants CONNECT while the other one revokes. */
  @Test
  void rightsAreRevokedAlthoughAnotherSessionGrantsSomeAtTheSameMoment() throws Exception {
    Login server = BuildPostgres.shared();
    Login made = ServerDatabases.create(server, NAME);
    try (Connection other = made.connect();
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Query.execute(other, "GRANT CONNECT ON DATABASE " + NAME.quoted() + " TO PUBLIC");
      other.setAutoCommit(false);
      Query.execute(other, "GRANT CONNECT ON DATABASE " + NAME.quoted() + " TO pg_monitor");
      Future<Login> ensured = thread.submit(() -> ServerDatabases.ensure(server, NAME));
      Await.until(() -> waits(server));

      other.commit();

      assertThat(ServerDatabases.openDoor(ensured.get())).isEmpty();
    } finally {
      ServerDatabases.drop(server, NAME);
    }
  }

  private static boolean waits(Login server) {
    String sql =
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = ? AND wait_event_type ="
            + " 'Lock')";
    try (Connection connection = server.connect()) {
      return Query.of(connection, sql, NAME.value()).isTrue();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
