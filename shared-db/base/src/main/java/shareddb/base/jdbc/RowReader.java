package shareddb.base.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a value from the current row of the result set. */
@FunctionalInterface
public interface RowReader<T> {

  T read(ResultSet row) throws SQLException;
}
