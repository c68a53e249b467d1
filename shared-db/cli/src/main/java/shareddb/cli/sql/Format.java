package shareddb.cli.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How results are written. */
public interface Format {

  /** Every row of a result. */
  void rows(ResultSet rows) throws SQLException;

  /**
   * That a statement without rows was run.
   *
   * @param count how many rows it changed; negative where it changes none by its nature
   */
  void done(String command, long count);

  static Format table(Screen screen) {
    return new TableFormat(screen);
  }

  /** A line for each column in place of a column for each. */
  static Format expanded(Screen screen) {
    return new ExpandedFormat(screen);
  }

  static Format json(Screen screen) {
    return new JsonFormat(screen);
  }

  static Format csv(Screen screen) {
    return new CsvFormat(screen);
  }
}
