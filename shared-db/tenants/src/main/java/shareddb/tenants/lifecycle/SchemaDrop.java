package shareddb.tenants.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;
import shareddb.migrate.OutsideDependents;
import shareddb.migrate.lock.BlockerQuery;
import shareddb.migrate.lock.HistoryLock;

/**
 * Drops a schema in steps, some tables in each. A server has room for a limited number of locks,
 * and a schema may have more tables than that.
 */
public final class SchemaDrop {

  private static final int TABLES_AT_ONCE = 50;

  private static final String NO_LOCK = "55P03";

  private final Target target;
  private final Duration patience;

  public SchemaDrop(Target target, Duration patience) {
    this.target = target;
    this.patience = patience;
  }

  /** Returns the blocking session in words; empty if the schema is gone. */
  public Optional<String> run() throws SQLException {
    Login patient =
        target.admin().withSession(WaitLimits.lockTimeout(patience), "client_min_messages=error");
    return LostConnection.doneAgain(patient::connect, patience, this::alone);
  }

  private Optional<String> alone(Connection connection) throws SQLException {
    if (HistoryLock.take(connection, target).isPresent()) {
      return Optional.of(BlockerQuery.lockHolder(connection, target));
    }
    List<String> dependents = OutsideDependents.of(connection, target);
    return dependents.isEmpty()
        ? stepByStep(connection)
        : Optional.of("needed outside of its schema: " + String.join(", ", dependents));
  }

  private Optional<String> stepByStep(Connection connection) throws SQLException {
    try {
      List<String> tables = next(connection);
      while (!tables.isEmpty()) {
        Query.execute(connection, "DROP TABLE " + String.join(", ", tables) + " CASCADE");
        tables = next(connection);
      }
      Query.execute(connection, "DROP SCHEMA IF EXISTS " + target.schema().quoted() + " CASCADE");
      return Optional.empty();
    } catch (SQLException e) {
      if (NO_LOCK.equals(e.getSQLState())) {
        return Optional.of(BlockerQuery.lockHolder(connection, target));
      }
      throw e;
    }
  }

  /** The next tables to drop; the history is in the first step. */
  private List<String> next(Connection connection) throws SQLException {
    String sql =
        """
        SELECT format('%I.%I', nspname, relname)
        FROM pg_catalog.pg_class AS class
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = relnamespace
        WHERE nspname = ? AND relkind IN ('r', 'p') AND NOT relispartition
        ORDER BY relname <> ?, relname
        LIMIT ?
        """;
    return Query.of(connection, sql, target.schema().value(), Target.HISTORY_TABLE, TABLES_AT_ONCE)
        .list(row -> row.getString(1));
  }
}
