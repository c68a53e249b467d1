package shareddb.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import shareddb.settings.Login;
import shareddb.tenants.Crossing;

/**
 * A destination that nobody serves yet.
 *
 * @param registries the database that says who serves what
 */
record Arriving(Place to, Login registries) {

  /**
   * So that nobody serves it until the transaction ends: a mover who has lost the race, and does
   * not know it yet, writes nothing into what is served. Where the rows are in another database
   * than the registry, the lock on the history there keeps him away.
   */
  void hold(Connection connection) throws SQLException {
    if (!Databases.areOne(to.target().admin(), registries)) {
      return;
    }
    boolean held =
        switch (to) {
          case TenantPlace place ->
              Crossing.in(place.registry(), connection).arrives(place.tenant());
          case ProjectPlace place -> arrives(connection, place);
        };
    if (!held) {
      throw new MoveLost(to.label() + " does not wait for its rows any more");
    }
  }

  private static boolean arrives(Connection connection, ProjectPlace place) throws SQLException {
    String sql =
        "SELECT FROM %s WHERE id = ? AND status = 'arriving' FOR SHARE"
            .formatted(place.projects().table());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, place.id());
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
