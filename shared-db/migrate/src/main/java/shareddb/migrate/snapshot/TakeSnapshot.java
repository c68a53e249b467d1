package shareddb.migrate.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.base.names.SnapshotName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.snapshot.rows.RowsProgress;

/**
 * Takes a snapshot of all rows of a target, in one read-only transaction. Other sessions go on
 * reading and writing.
 */
public final class TakeSnapshot {

  /** Writes the rows that a transaction sees. */
  private interface Writing {
    Snapshot from(Connection connection) throws SQLException;
  }

  private TakeSnapshot() {}

  public static SnapshotResult run(
      SnapshotStore store, Track track, Target target, SnapshotName name, RowsProgress progress)
      throws SQLException {
    Path folder = store.folder(track, target.schema()).resolve(name.value());
    if (Files.exists(folder)) {
      return new SnapshotResult.NameTaken(folder);
    }
    return of(
        target,
        connection ->
            new SnapshotWriter(store, track, target, progress)
                .write(connection, name, SnapshotReason.ASKED));
  }

  /** Takes a snapshot with an automatic name, before the rows are dropped. */
  public static SnapshotResult automatic(
      SnapshotStore store, Track track, Target target, SnapshotReason reason, RowsProgress progress)
      throws SQLException {
    return of(
        target,
        connection ->
            new SnapshotWriter(store, track, target, progress).writeAutomatic(connection, reason));
  }

  private static SnapshotResult of(Target target, Writing writing) throws SQLException {
    try (Connection connection = target.admin().connect()) {
      if (!exists(connection, target)) {
        return new SnapshotResult.NoSchema();
      }
      // The lock keeps other sessions from migrating the tables meanwhile. Rows may change.
      Optional<Blocker> holder = HistoryLock.take(connection, target);
      if (holder.isPresent()) {
        return new SnapshotResult.Busy(holder.get());
      }
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return new SnapshotResult.Taken(writing.from(connection));
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
