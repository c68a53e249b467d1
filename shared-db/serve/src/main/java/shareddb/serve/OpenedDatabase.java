package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import shareddb.web.ApiServer;

/** A tenant's database while it is open, and how many requests use it. */
final class OpenedDatabase {

  private final HikariDataSource pool;
  private final DSLContext database;
  private int users;

  OpenedDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.database = withoutSchemas(ApiServer.database(pool));
  }

  /** One set of generated classes serves the schemas of all tenants. */
  private static DSLContext withoutSchemas(DSLContext database) {
    Settings settings = SettingsTools.clone(database.settings()).withRenderSchema(false);
    return DSL.using(database.configuration().derive(settings));
  }

  DSLContext database() {
    return database;
  }

  /**
   * Waits once until there is a connection. Without it, jOOQ would wait a second time: to roll back
   * the transaction that could not begin.
   */
  void awaitConnection() {
    try (Connection connection = pool.getConnection()) {
      connection.getAutoCommit();
    } catch (SQLException e) {
      throw new DataAccessException(e.getMessage(), e);
    }
  }

  /** Whether the pool has a connection that no request uses. */
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
