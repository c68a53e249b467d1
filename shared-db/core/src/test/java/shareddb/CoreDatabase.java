package shareddb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import shareddb.names.DatabaseName;
import shareddb.server.BuildPostgres;
import shareddb.server.Databases;
import shareddb.settings.Login;

/** A fresh database for a test class, on the build's own server; dropped afterwards. */
public final class CoreDatabase implements BeforeAllCallback, AfterAllCallback {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private @Nullable Login login;

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    login = Databases.create(BuildPostgres.shared(), name());
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    if (login != null) {
      Databases.drop(BuildPostgres.shared(), login.database());
    }
  }

  /** The superuser's login to the database. */
  public Login login() {
    return Objects.requireNonNull(login, "only within a test");
  }

  public Connection connect() throws SQLException {
    return login().connect();
  }

  private static DatabaseName name() {
    return new DatabaseName(
        "core_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet());
  }
}
