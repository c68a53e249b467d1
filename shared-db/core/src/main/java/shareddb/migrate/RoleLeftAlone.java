package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * For a schema that is made only to be looked at: its role is that of the schema it is a copy of,
 * since databases share their roles, and stays as it is where it is there.
 */
public record RoleLeftAlone(boolean hasSeenToTheRole) implements Caller {

  public static RoleLeftAlone of(Target target) throws SQLException {
    try (Connection connection = target.admin().connect()) {
      return new RoleLeftAlone(ApiRole.isThere(connection, target.apiRole()));
    }
  }
}
