package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import shareddb.web.Database;

/** A tenant's database while it is open, and how many requests are in it. */
final class OpenedDatabase {

  private final HikariDataSource pool;
  private final Database database;
  private int users;

  OpenedDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.database = new Database(pool).withoutSchemas();
  }

  Database database() {
    return database;
  }

  /**
   * Waits once until there is a connection, or ends the request. Where there is none, jOOQ would
   * wait once more to roll back what never began.
   */
  void awaitConnection() {
    try (Connection connection = pool.getConnection()) {
      connection.getAutoCommit();
    } catch (SQLException e) {
      throw new DataAccessException(e.getMessage(), e);
    }
  }

  /** Whether a connection is there, and need not be made. */
  boolean isConnected() {
    return pool.getHikariPoolMXBean().getIdleConnections() > 0;
  }

  OpenedDatabase enter() {
    users++;
    return this;
  }

  void leave() {
    users--;
  }

  boolean isIdle() {
    return users == 0;
  }

  void close() {
    pool.close();
  }
}
