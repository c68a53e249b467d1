package shareddb.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import shareddb.track.Track;

/** Drops a target's schema with everything in it, and upgrades it from nothing. */
public final class Reset {

  private Reset() {}

  public static ResetResult run(Track track, Target target) throws SQLException {
    // Files that cannot be applied must be found before anything is dropped.
    track.read();
    boolean existed;
    try (Connection connection = target.admin().connect()) {
      Optional<Holder> holder = HistoryLock.take(connection, target);
      if (holder.isPresent()) {
        return new ResetResult.Busy(holder.get());
      }
      existed = exists(connection, target);
      drop(connection, target);
    } catch (SQLException e) {
      if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
        throw e;
      }
      return new ResetResult.NotDropped(StatementError.of(e));
    }
    return new ResetResult.Remade(existed, Upgrade.run(track, target));
  }

  private static void drop(Connection connection, Target target) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '10s'");
      statement.execute("DROP SCHEMA IF EXISTS " + target.schema().quoted() + " CASCADE");
    }
  }

  private static boolean exists(Connection connection, Target target) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, target.schema().value());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }
}
