package shareddb.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import shareddb.tenants.Crossing;
import shareddb.tenants.TenantStatus;

/**
 * From this transaction on another place serves the tenant: the source has moved and the
 * destination is active, both or neither.
 *
 * @param newKey the hash of the key, where the tenant had none at the source
 */
record Switch(Place from, Place to, String newKey) {

  /** Within the caller's transaction, in the registries' database. */
  void in(Connection connection) throws SQLException {
    TenantStatus as = held(connection);
    String key = key(connection);
    if (!leaves(connection)) {
      throw new MoveLost(from.label() + " is not served there any more");
    }
    if (!settles(connection, as, key)) {
      throw new MoveLost(to.label() + " does not wait for its rows any more");
    }
  }

  private TenantStatus held(Connection connection) throws SQLException {
    return switch (from) {
      case ProjectPlace project -> TenantStatus.ACTIVE;
      case TenantPlace place ->
          Crossing.in(place.registry(), connection)
              .held(place.tenant())
              .orElseThrow(() -> new MoveLost(from.label() + " is not served there any more"));
    };
  }

  private String key(Connection connection) throws SQLException {
    return switch (from) {
      case ProjectPlace project -> newKey;
      case TenantPlace place ->
          Crossing.in(place.registry(), connection).keyHash(place.tenant()).orElse(newKey);
    };
  }

  private boolean leaves(Connection connection) throws SQLException {
    return switch (from) {
      case ProjectPlace place ->
          changes(
              connection,
              "UPDATE %s SET status = 'moved', moved_to = ? WHERE id = ? AND status = 'active'",
              place,
              to.label());
      case TenantPlace place ->
          Crossing.in(place.registry(), connection).leaves(place.tenant(), to.label());
    };
  }

  private boolean settles(Connection connection, TenantStatus as, String key) throws SQLException {
    return switch (to) {
      case ProjectPlace place ->
          changes(
              connection,
              "UPDATE %s SET status = 'active', moved_to = ? WHERE id = ? AND status = 'arriving'",
              place,
              null);
      case TenantPlace place ->
          Crossing.in(place.registry(), connection).settles(place.tenant(), as, key);
    };
  }

  private static boolean changes(
      Connection connection, String sql, ProjectPlace place, @Nullable String movedTo)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql.formatted(place.projects().table()))) {
      statement.setString(1, movedTo);
      statement.setLong(2, place.id());
      return statement.executeUpdate() == 1;
    }
  }
}
