package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;

/** Looks at the target in the transaction of a rehearsal, before anything is run and after all. */
public interface Witness {

  void before(Connection connection) throws SQLException;

  void after(Connection connection) throws SQLException;
}
