package shareddb.cli.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result, which are read one after the other. */
public interface ResultRows {

  List<ResultColumn> columns();

  /** Goes to the next row. Returns false if there is none. */
  boolean next() throws SQLException;

  /** The present row's value of a column, which counts from 0. */
  @Nullable String text(int column) throws SQLException;

  static ResultRows of(ResultSet rows) throws SQLException {
    List<ResultColumn> columns = ResultColumn.of(rows.getMetaData());
    return new ResultRows() {
      @Override
      public List<ResultColumn> columns() {
        return columns;
      }

      @Override
      public boolean next() throws SQLException {
        return rows.next();
      }

      @Override
      public @Nullable String text(int column) throws SQLException {
        return rows.getString(column + 1);
      }
    };
  }
}
