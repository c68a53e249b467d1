package shareddb.base.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes the row that the result set stands on. */
@FunctionalInterface
public interface RowConsumer {

  void accept(ResultSet row) throws SQLException;
}
