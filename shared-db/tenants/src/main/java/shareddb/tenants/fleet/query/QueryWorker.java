package shareddb.tenants.fleet.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import shareddb.base.jdbc.Commit;
import shareddb.base.jdbc.CommitOutcome;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;

/** Runs a statement on one target after the other, on one connection. */
final class QueryWorker implements AutoCloseable {

  /** How many rows are read and passed on at a time. */
  private static final int ROWS = 500;

  /** The column of a statement that returns no rows. */
  private static final QueryColumn CHANGED = new QueryColumn("changed", "int8");

  private final FleetStatement statement;
  private final QuerySession session;

  QueryWorker(FleetStatement statement, QuerySession.Outages outages) {
    this.statement = statement;
    this.session = new QuerySession(outages);
  }

  /**
   * Runs the statement on one target. The last part says that the result is complete, or why not.
   */
  void run(Target target, BlockingQueue<ResultPart> parts) throws InterruptedException {
    ResultPart end;
    try {
      end = ran(target, parts);
    } catch (SQLException | RuntimeException e) {
      end = new ResultPart.Failed(said(e));
    }
    session.rollback();
    parts.put(end);
  }

  private ResultPart ran(Target target, BlockingQueue<ResultPart> parts)
      throws SQLException, InterruptedException {
    Login login = statement.login(target);
    Connection connection = session.to(login);
    connection.setReadOnly(!statement.writes());
    Query.execute(connection, statement.beginning(target));
    try (Statement running = connection.createStatement()) {
      running.setEscapeProcessing(false);
      running.setFetchSize(ROWS);
      if (running.execute(statement.sql())) {
        pass(running.getResultSet(), parts);
      } else {
        String count = String.valueOf(running.getLargeUpdateCount());
        parts.put(new ResultPart.Rows(List.of(CHANGED), List.of(List.of(count))));
      }
    }
    return statement.writes() ? committed(connection, login) : new ResultPart.Complete();
  }

  private static ResultPart committed(Connection connection, Login login) {
    return switch (Commit.of(connection, login::connect, WaitLimits.PATIENCE)) {
      case CommitOutcome.Committed ignored -> new ResultPart.Complete();
      case CommitOutcome.RolledBack(SQLException error) -> new ResultPart.Failed(said(error));
      case CommitOutcome.Unknown(SQLException error) ->
          new ResultPart.Failed("it is not known whether it was committed: " + said(error));
    };
  }

  private static void pass(ResultSet rows, BlockingQueue<ResultPart> parts)
      throws SQLException, InterruptedException {
    List<QueryColumn> columns = columns(rows.getMetaData());
    List<List<@Nullable String>> some = new ArrayList<>();
    while (rows.next()) {
      List<@Nullable String> row = new ArrayList<>(columns.size());
      for (int i = 1; i <= columns.size(); i++) {
        row.add(rows.getString(i));
      }
      some.add(row);
      if (some.size() == ROWS) {
        parts.put(new ResultPart.Rows(columns, some));
        some = new ArrayList<>();
      }
    }
    parts.put(new ResultPart.Rows(columns, some));
  }

  private static List<QueryColumn> columns(ResultSetMetaData data) throws SQLException {
    List<QueryColumn> columns = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.add(new QueryColumn(data.getColumnLabel(i), type(data.getColumnTypeName(i))));
    }
    return List.copyOf(columns);
  }

  /** The driver names an integer with a sequence like the pseudo-type that would have made it. */
  private static String type(String name) {
    return switch (name) {
      case "smallserial" -> "int2";
      case "serial" -> "int4";
      case "bigserial" -> "int8";
      default -> name;
    };
  }

  /** The message of Postgres in one line, without the position, which is the same everywhere. */
  private static String said(Exception error) {
    ServerErrorMessage server =
        error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    return server == null
        ? String.valueOf(error.getMessage())
        : server.getMessage() + " (SQLSTATE " + server.getSQLState() + ")";
  }

  @Override
  public void close() {
    session.close();
  }
}
