package shareddb.cli.sql;

import java.sql.SQLException;

/** Writes results in one format. */
public interface ResultFormat {

  /** Writes all rows of a result. */
  void rows(ResultRows rows) throws SQLException;

  /**
   * Reports that a statement without rows was run.
   *
   * @param count the number of changed rows, or negative if this kind of statement changes none
   */
  void done(String command, long count);

  static ResultFormat table(ResultScreen screen) {
    return new TableFormat(screen);
  }

  /** Returns the format that writes each column on its own line. */
  static ResultFormat expanded(ResultScreen screen) {
    return new ExpandedFormat(screen);
  }

  static ResultFormat json(ResultScreen screen) {
    return new JsonFormat(screen);
  }

  static ResultFormat csv(ResultScreen screen) {
    return new CsvFormat(screen);
  }
}
