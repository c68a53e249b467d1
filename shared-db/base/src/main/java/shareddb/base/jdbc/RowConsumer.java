package shareddb.base.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes the current row of the result set. */
@FunctionalInterface
public interface RowConsumer {

  void accept(ResultSet row) throws SQLException;
}
