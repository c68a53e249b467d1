package shareddb.testing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.postgres.build.BuildPostgres;

/** The one Postgres that this JVM's tests use: {@code TEST_DB} says which kind. */
final class TestServer {

  private static @Nullable Login login;

  private TestServer() {}

  static synchronized Login login() throws SQLException, IOException {
    if (login == null) {
      login = start(System.getenv().getOrDefault("TEST_DB", "embedded"));
    }
    return login;
  }

  private static Login start(String kind) throws SQLException, IOException {
    return switch (kind) {
      case "embedded", "" -> BuildPostgres.shared();
      case "testcontainers" -> container();
      default ->
          throw new IllegalArgumentException(
              "TEST_DB is \"" + kind + "\", and there are embedded and testcontainers");
    };
  }

  /** Testcontainers ends it after this JVM, whatever way that ends. */
  @SuppressWarnings("resource")
  private static Login container() {
    PostgreSQLContainer container =
        new PostgreSQLContainer("postgres:18")
            .withUsername("admin")
            .withPassword("admin123")
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
    container.start();
    return new Login(
        container.getHost(),
        container.getFirstMappedPort(),
        new DatabaseName(container.getDatabaseName()),
        container.getUsername(),
        new Secret(container.getPassword()),
        Map.of());
  }
}
