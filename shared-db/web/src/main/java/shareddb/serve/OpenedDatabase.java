package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
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
