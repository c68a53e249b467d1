package shareddb.migrate.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.Sha256;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.RebuildResult;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.script.StatementError;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.migrate.snapshot.rows.TableRows;

/**
 * Restores a target from a snapshot: to the snapshot's version, with its rows, sequences and
 * history. It is one transaction. The rows that the target has before are kept in another snapshot.
 */
public final class Restore {

  private Restore() {}

  /**
   * Restores a snapshot.
   *
   * @param partly whether rows, columns and sequences that no longer fit are left out
   */
  public static RestoreResult run(
      SnapshotStore store,
      Track track,
      Target target,
      Snapshot snapshot,
      boolean partly,
      RowsProgress progress,
      OperationListener caller)
      throws SQLException {
    Optional<RestoreResult> damage = damage(snapshot);
    if (damage.isPresent()) {
      return damage.get();
    }
    List<Version> applied = snapshot.manifest().applied();
    TrackReading reading = track.readAll();
    List<Migration> migrations =
        reading.migrations().stream().filter(m -> applied.contains(m.version())).toList();
    if (migrations.size() < applied.size()) {
      List<Version> known = migrations.stream().map(Migration::version).toList();
      return new RestoreResult.FilesMissing(
          applied.stream().filter(version -> !known.contains(version)).toList());
    }
    SnapshotWriter writer = new SnapshotWriter(store, track, target, progress);
    TrackReading wanted =
        new TrackReading(
            reading.others(),
            migrations,
            List.of(),
            migrations.isEmpty() ? List.of() : reading.repeatables(),
            List.of());
    SnapshotLoader loader = new SnapshotLoader(writer, snapshot, wanted, partly);
    try {
      return result(loader.rebuild(wanted.scripts(), List.of(snapshot), caller), loader);
    } catch (SQLException e) {
      if (loader.current().isEmpty()) {
        throw e;
      }
      return refused(StatementError.of(e), loader);
    }
  }

  private static RestoreResult result(RebuildResult result, SnapshotLoader loader) {
    return switch (result) {
      case RebuildResult.Rebuilt done ->
          new RestoreResult.Restored(loader.before(), loader.snapshot(), loader.misfits());
      case RebuildResult.Unknown(StatementError error) ->
          new RestoreResult.Unknown(loader.snapshot(), error);
      case RebuildResult.TakenBack none -> new RestoreResult.DoesNotFit(loader.misfits());
      case RebuildResult.NeededOutside(List<String> dependents) ->
          new RestoreResult.NeededOutside(dependents);
      case RebuildResult.Busy(Blocker holder) -> new RestoreResult.Busy(holder);
      case RebuildResult.Blocked(Blocker blocker) -> new RestoreResult.Blocked(blocker);
      case RebuildResult.NotDropped(StatementError error) -> refused(error, loader);
      case RebuildResult.NotBuilt(UpgradeScript migration, StatementError error) ->
          new RestoreResult.NotBuilt(migration, error);
    };
  }

  /** Postgres may also refuse the rows at COMMIT, when it checks deferred constraints. */
  private static RestoreResult refused(StatementError error, SnapshotLoader loader) {
    return loader.current().isEmpty() || error.isOfLostSession()
        ? new RestoreResult.NotDropped(error)
        : new RestoreResult.NotLoaded(loader.current(), error);
  }

  private static Optional<RestoreResult> damage(Snapshot snapshot) {
    for (TableRows table : snapshot.manifest().tables()) {
      Path file = snapshot.file(table);
      if (!Files.exists(file)) {
        return Optional.of(new RestoreResult.Damaged(file, "it is not there"));
      }
      try {
        String found = Sha256.of(file);
        if (!found.equals(table.sha256())) {
          return Optional.of(
              new RestoreResult.Damaged(
                  file, "its SHA-256 is " + found + ", and was " + table.sha256()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return Optional.empty();
  }
}
