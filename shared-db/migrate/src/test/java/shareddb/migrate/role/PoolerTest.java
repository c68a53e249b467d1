package shareddb.migrate.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.base.settings.UnsupportedServer;
import shareddb.base.track.Target;
import shareddb.migrate.Upgrade;
import shareddb.testing.PgBouncer;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** PgBouncer in transaction mode: the APIs work through it, and the tool refuses to. */
final class PoolerTest {

  private static final int CLIENTS = 8;
  private static final int TRANSACTIONS = 50;

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;
  @TempDir private Path folder;

  @Test
  void eightClientsWriteAndReadThroughIt() throws Exception {
    try (PgBouncer bouncer = PgBouncer.before(db.admin(), folder)) {
      Target target = new Target(settings(bouncer).admin(), new SchemaName("pooled"));
      Upgrade.run(TrackFolder.withTwoVersions(temporary).track(), target);

      try (HikariDataSource pool = pool(ApiRole.pooledLogin(target));
          ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
        List<Future<?>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
          clients.add(threads.submit(() -> write(pool)));
        }
        for (Future<?> client : clients) {
          client.get();
        }
        try (Connection connection = pool.getConnection()) {
          assertThat(text(connection, "SHOW statement_timeout")).isEqualTo("10s");
          assertThat(text(connection, "SELECT inet_server_port()"))
              .isEqualTo(String.valueOf(db.admin().port()));
          assertThat(connection.getMetaData().getURL()).contains(":" + bouncer.port() + "/");
        }
      }
      assertThat(Sql.text(db.admin(), "SELECT count(*) FROM pooled.notes"))
          .isEqualTo(String.valueOf(CLIENTS * TRANSACTIONS));
    }
  }

  @Test
  void theToolRefusesToWorkThroughIt() throws Exception {
    try (PgBouncer bouncer = PgBouncer.before(db.admin(), folder)) {
      refused(bouncer.login(db.admin()), "unsupported startup parameter");
    }
  }

  @Test
  void alsoWhereItIgnoresTheSettingsOfASession() throws Exception {
    try (PgBouncer bouncer = PgBouncer.before(db.admin(), folder, "options")) {
      refused(bouncer.login(db.admin()), "it said session ");
    }
  }

  private static void refused(Login pooler, String sign) {
    assertThatThrownBy(() -> pooler.connect().close())
        .isInstanceOfSatisfying(
            UnsupportedServer.class,
            refused ->
                assertThat(refused.next())
                    .contains("POSTGRES_POOLER_URL=postgresql://" + pooler.address()))
        .hasMessageContaining("a connection pooler answers at " + pooler.address())
        .hasMessageContaining(sign);
  }

  /** The same statements again and again, as an API sends them. */
  private static Void write(HikariDataSource pool) throws SQLException {
    for (int i = 0; i < TRANSACTIONS; i++) {
      try (Connection connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        Query.of(connection, "INSERT INTO notes (body) VALUES (?)", "note " + i).update();
        Query.of(connection, "SELECT count(*) FROM notes WHERE body = ?", "note " + i)
            .one(row -> row.getInt(1));
        connection.commit();
      }
    }
    return null;
  }

  private static HikariDataSource pool(Login login) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(login.jdbcUrl());
    config.setUsername(login.user());
    config.setPassword(login.password().reveal());
    config.setMaximumPoolSize(CLIENTS);
    return new HikariDataSource(config);
  }

  private static String text(Connection connection, String sql) throws SQLException {
    return Query.of(connection, sql).one(row -> row.getString(1));
  }

  /** The tool goes to the server, and the APIs through the pooler. */
  private Settings settings(PgBouncer bouncer) {
    Login server = db.admin();
    return Settings.load(
        temporary,
        Map.of(
            "POSTGRES_HOST", server.host(),
            "POSTGRES_PORT", String.valueOf(server.port()),
            "POSTGRES_DB", server.database().value(),
            "POSTGRES_USER", server.user(),
            "POSTGRES_PASSWORD", server.password().reveal(),
            "POSTGRES_POOLER_URL", "postgresql://127.0.0.1:" + bouncer.port()));
  }
}
