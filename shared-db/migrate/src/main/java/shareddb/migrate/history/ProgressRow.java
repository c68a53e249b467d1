package shareddb.migrate.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;

/**
 * The history's row of a script that runs statement by statement. It is there before the first of
 * them, as one that failed, with a negative time that counts what is done: so a tool that is killed
 * leaves behind how far it came, and Flyway refuses to go on.
 */
public record ProgressRow(Connection connection, Target target, int rank) {

  /**
   * Begins one.
   *
   * @param checksum of the text that runs, to know whether it is still the same
   */
  public static ProgressRow begin(
      Connection connection, Target target, Migration migration, String type, int checksum)
      throws SQLException {
    int rank =
        Query.of(connection, "SELECT " + HistorySql.nextRank(target)).one(row -> row.getInt(1));
    Query.execute(connection, HistorySql.begun(target, rank, migration, type, checksum, time(0)));
    return new ProgressRow(connection, target, rank);
  }

  /** The same row for another text, of which nothing is done. */
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

  /** As the history keeps it; Flyway never writes a negative one. */
  static int time(int statements) {
    return -1 - statements;
  }

  private void update(String assignments, Object... values) throws SQLException {
    String sql =
        "UPDATE " + target.historyTable() + " SET " + assignments + " WHERE installed_rank = ?";
    Query.of(connection, sql, values).update();
  }
}
