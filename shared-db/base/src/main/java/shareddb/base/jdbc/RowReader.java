package shareddb.base.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a value from the row that the result set stands on. */
@FunctionalInterface
public interface RowReader<T> {

  T read(ResultSet row) throws SQLException;
}
