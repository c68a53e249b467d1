package shareddb.tenants.lifecycle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.OutsideDependents;
import shareddb.migrate.history.History;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.role.ApiRole;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.migrate.snapshot.SnapshotReason;
import shareddb.migrate.snapshot.SnapshotResult;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.migrate.snapshot.TakeSnapshot;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.postgres.server.ServerDatabases;

/**
 * Removes a target for good, in this order: it takes a snapshot, drops the schema or its whole
 * database, and drops the role. A removal that was killed can be run again.
 *
 * @param wholeDatabase whether the target has its database for itself
 * @param patience how long to wait for a session that holds a lock
 */
public record TargetRemoval(
    SnapshotStore store,
    Track track,
    Target target,
    boolean wholeDatabase,
    RowsProgress progress,
    Duration patience) {

  /** The objects outside of the schema that would be dropped with it. */
  public List<String> dependents() throws SQLException {
    if (wholeDatabase) {
      return List.of();
    }
    return LostConnection.doneAgain(
        target.admin()::connect, patience, connection -> OutsideDependents.of(connection, target));
  }

  /** Returns the blocking session in words; empty if nothing of the target is left. */
  public Optional<String> run() throws SQLException {
    if (hasHistory()) {
      SnapshotResult kept =
          TakeSnapshot.automatic(store, track, target, SnapshotReason.REMOVE, progress);
      if (kept instanceof SnapshotResult.Busy(Blocker holder)) {
        return Optional.of(holder.who() + " works on it");
      }
    }
    Optional<String> inTheWay =
        wholeDatabase
            ? new DatabaseDrop(target, patience).run()
            : new SchemaDrop(target, patience).run();
    if (inTheWay.isEmpty()) {
      dropRole(target, wholeDatabase);
    }
    return inTheWay;
  }

  /** Drops the target's role, whose database may be gone. */
  public static void dropRole(Target target, boolean wholeDatabase) throws SQLException {
    Login admin = target.admin();
    ApiRole.drop(wholeDatabase ? admin.to(ServerDatabases.MAINTENANCE) : admin, target.apiRole());
  }

  /** The snapshot that the removal took, in this try or an earlier one. */
  public Optional<Snapshot> kept() {
    return store.of(track, target).stream()
        .filter(snapshot -> snapshot.manifest().reason() == SnapshotReason.REMOVE)
        .findFirst();
  }

  /**
   * Whether the schema still has its history. SchemaDrop drops the history in its first step, so a
   * schema without one is already incomplete.
   */
  private boolean hasHistory() throws SQLException {
    try {
      return !History.of(target).rows().isEmpty();
    } catch (SQLException e) {
      if (DatabaseDrop.isGone(e)) {
        return false;
      }
      throw e;
    }
  }
}
