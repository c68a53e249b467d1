package shareddb.migrate.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;

/**
 * The history row of a script that runs statement by statement. It exists before the first
 * statement. It says that the script failed, and its negative time counts the statements that are
 * done. If the tool is killed, the row shows how far the script came, and Flyway refuses to go on.
 */
public record ProgressRow(Connection connection, Target target, int rank) {

  /**
   * Writes the row before the first statement.
   *
   * @param checksum the checksum of the text that runs; a later run compares it
   */
  public static ProgressRow begin(
      Connection connection, Target target, Migration migration, String type, int checksum)
      throws SQLException {
    int rank =
        Query.of(connection, "SELECT " + HistorySql.nextRank(target)).one(row -> row.getInt(1));
    Query.execute(connection, HistorySql.begun(target, rank, migration, type, checksum, time(0)));
    return new ProgressRow(connection, target, rank);
  }

  /** Changes the row to another text, of which no statement is done. */
  public void restart(String type, int checksum) throws SQLException {
    update("type = ?, checksum = ?, execution_time = ?", type, checksum, time(0), rank);
  }

  public void done(int statements) throws SQLException {
    update("execution_time = ?", time(statements), rank);
  }

  public void finish(OptionalInt checksum, Duration took) throws SQLException {
    String milliseconds = String.valueOf(took.toMillis());
    Query.execute(connection, HistorySql.finished(target, rank, checksum).sql(milliseconds));
  }

  public void remove() throws SQLException {
    Query.execute(connection, HistorySql.removed(target, rank).sql("0"));
  }

  /** The value in the column execution_time. Flyway never writes a negative one. */
  static int time(int statements) {
    return -1 - statements;
  }

  private void update(String assignments, Object... values) throws SQLException {
    String sql =
        "UPDATE " + target.historyTable() + " SET " + assignments + " WHERE installed_rank = ?";
    Query.of(connection, sql, values).update();
  }
}
