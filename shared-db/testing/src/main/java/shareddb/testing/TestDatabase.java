package shareddb.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.postgres.server.ServerDatabases;

/**
 * An empty database for one test class, dropped after it:
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  /** Makes the database on the server. */
  @FunctionalInterface
  public interface Maker {
    Login make(Login server, DatabaseName name) throws SQLException;
  }

  private final Maker maker;
  private @Nullable Login admin;

  private TestDatabase(Maker maker) {
    this.maker = maker;
  }

  /** A database with nothing in it. */
  public static TestDatabase empty() {
    return madeBy(ServerDatabases::create);
  }

  /** A database that begins as the maker makes it. */
  public static TestDatabase madeBy(Maker maker) {
    return new TestDatabase(maker);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException, IOException {
    admin = maker.make(TestServer.login(), new DatabaseName("test_" + UUID.randomUUID()));
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException, IOException {
    if (admin != null) {
      ServerDatabases.drop(TestServer.login(), admin.database());
    }
  }

  /** The administrator's login to the database. */
  public Login admin() {
    if (admin == null) {
      throw new IllegalStateException("the database exists only while its test class runs");
    }
    return admin;
  }

  /** A new connection of the administrator. */
  public Connection connect() throws SQLException {
    return admin().connect();
  }

  /** The checkout in which this build runs. */
  public static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared-db"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "no checkout around " + Path.of("").toAbsolutePath() + ": run the tests inside of one");
    }
    return folder;
  }
}
