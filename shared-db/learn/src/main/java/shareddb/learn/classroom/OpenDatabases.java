package shareddb.learn.classroom;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;

/** The databases of a server that every role may connect to, and so every learner. */
public final class OpenDatabases {

  private OpenDatabases() {}

  public static List<DatabaseName> of(Login admin) throws SQLException {
    String sql =
        """
        SELECT datname FROM pg_catalog.pg_database
        WHERE datallowconn
          AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba)))
                      WHERE grantee = 0 AND privilege_type = 'CONNECT')
        ORDER BY datname
        """;
    try (Connection connection = admin.reading().connect()) {
      return Query.of(connection, sql).list(row -> new DatabaseName(row.getString(1)));
    }
  }
}
