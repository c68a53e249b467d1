package shareddb.schema.lint.examples;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;

/**
 * Runs a statement that cannot run in a transaction. Another session holds the locks of a writer on
 * all tables, so that the statement has to wait for it, and shows which locks it has and wants.
 */
record StatementAlone(Login login, String schema) {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String TABLES =
      """
      SELECT format('LOCK TABLE %s IN ROW EXCLUSIVE MODE', c.oid::regclass)
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p')
      """;

  MigrationEffect run(String sql) throws SQLException {
    try (Connection connection = login.connect();
        Connection writer = login.connect()) {
      int session = MigrationEffect.pid(connection);
      Set<Long> tables = MigrationEffect.tables(writer, schema);
      writer.setAutoCommit(false);
      for (String lock : locks(writer)) {
        Query.execute(writer, lock);
      }
      CompletableFuture<Void> running = CompletableFuture.runAsync(() -> run(connection, sql));
      Set<MigrationEffect.Held> locks = watch(writer, session, running);
      writer.rollback();
      join(running);
      return MigrationEffect.of(locks, tables);
    }
  }

  private List<String> locks(Connection writer) throws SQLException {
    return Query.of(writer, TABLES, schema).list(row -> row.getString(1));
  }

  /** The locks that the statement has or wants when it waits; none if it ends without a wait. */
  private static Set<MigrationEffect.Held> watch(
      Connection writer, int session, CompletableFuture<Void> running) throws SQLException {
    Instant end = Instant.now().plus(LIMIT);
    while (!running.isDone()) {
      boolean waits =
          Query.of(
                  writer,
                  "SELECT EXISTS (SELECT FROM pg_locks WHERE pid = ? AND NOT granted)",
                  session)
              .isTrue();
      if (waits) {
        return MigrationEffect.locks(writer, session);
      }
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("the statement neither waits nor ends within " + LIMIT);
      }
    }
    return new HashSet<>();
  }

  private static void run(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private static void join(CompletableFuture<Void> running) throws SQLException {
    try {
      running.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw e;
    }
  }
}
