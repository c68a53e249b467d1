package shareddb.migrate.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.track.UpgradeScript;
import shareddb.migrate.Rebuild;
import shareddb.migrate.RebuildHooks;
import shareddb.migrate.RebuildResult;
import shareddb.migrate.record.OperationListener;

/**
 * Takes a snapshot of a schema before it is dropped. The snapshot is deleted again only when it is
 * certain that the schema was not dropped.
 */
class SnapshotBeforeDrop implements RebuildHooks {

  private final SnapshotWriter writer;
  private final SnapshotReason reason;
  private @Nullable Snapshot taken;

  SnapshotBeforeDrop(SnapshotWriter writer, SnapshotReason reason) {
    this.writer = writer;
    this.reason = reason;
  }

  /**
   * Rebuilds the target and takes the snapshot in the same transaction.
   *
   * @param spared old snapshots that must not be deleted now
   */
  RebuildResult rebuild(
      List<? extends UpgradeScript> scripts, List<Snapshot> spared, OperationListener caller)
      throws SQLException {
    boolean needless = true;
    try {
      RebuildResult result =
          Rebuild.run(reason.word(), writer.track(), writer.target(), scripts, this, caller);
      boolean rebuilt = result instanceof RebuildResult.Rebuilt;
      needless = !rebuilt && !(result instanceof RebuildResult.Unknown);
      if (rebuilt) {
        writer.store().prune(writer.track(), writer.target(), spared);
      }
      return result;
    } finally {
      if (needless) {
        snapshot().ifPresent(kept -> SnapshotFiles.delete(kept.folder()));
      }
    }
  }

  /** The snapshot of the old schema, if there was a schema. */
  Optional<Snapshot> snapshot() {
    return Optional.ofNullable(taken);
  }

  @Override
  public void oldSchema(Connection connection) throws SQLException {
    Optional<Snapshot> ofAnEarlierTry = snapshot();
    taken = writer.writeAutomatic(connection, reason);
    ofAnEarlierTry.ifPresent(needless -> SnapshotFiles.delete(needless.folder()));
  }
}
