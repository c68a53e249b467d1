package shareddb.cli.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How results are written. */
public interface ResultFormat {

  /** Every row of a result. */
  void rows(ResultSet rows) throws SQLException;

  /**
   * That a statement without rows was run.
   *
   * @param count how many rows it changed; negative where it changes none by its nature
   */
  void done(String command, long count);

  static ResultFormat table(ResultScreen screen) {
    return new TableFormat(screen);
  }

  /** A line for each column in place of a column for each. */
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
