package shareddb.migrate;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source with a single connection. Flyway gets it and closes it, so that Flyway works in the
 * session that holds the target's lock.
 */
final class SingleConnectionDataSource implements DataSource {

  private @Nullable Connection connection;

  SingleConnectionDataSource(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection handed = connection;
    connection = null;
    if (handed == null) {
      throw new SQLException("Flyway wants a second connection, which would not have the lock");
    }
    return handed;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the connection is there already");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("it logs nothing");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.cast(Objects.requireNonNull(connection));
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
