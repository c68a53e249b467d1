package shareddb.migrate.snapshot;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shareddb.base.track.Migration;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.RebuildHooks;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.migrate.snapshot.rows.TableRows;

/**
 * A downgrade that first keeps the rows in a snapshot, if it drops or deletes anything. The
 * snapshot is taken in the transaction of the first undo script, with all tables locked.
 *
 * @param result the downgrade's result
 * @param kept the snapshot, if it has rows that the downgrade lost or may have lost
 */
public record DowngradeWithSnapshot(DowngradeResult result, Optional<Snapshot> kept) {

  public static DowngradeWithSnapshot run(
      SnapshotStore store,
      Track track,
      Target target,
      DowngradeTo to,
      DowngradeLoss loss,
      RowsProgress progress,
      OperationListener caller)
      throws SQLException {
    if (loss instanceof DowngradeLoss.Ended(DowngradeResult end)) {
      return new DowngradeWithSnapshot(end, Optional.empty());
    }
    if (loss instanceof DowngradeLoss.Found(List<LostRows> lost) && lost.isEmpty()) {
      DowngradeResult result = Downgrade.run(track, target, to, RebuildHooks.NOTHING, caller);
      return new DowngradeWithSnapshot(result, Optional.empty());
    }
    SnapshotBeforeDrop wayBack =
        new SnapshotBeforeDrop(
            new SnapshotWriter(store, track, target, progress), SnapshotReason.DOWNGRADE);
    DowngradeResult result = Downgrade.run(track, target, to, wayBack, caller);
    Optional<Snapshot> taken = wayBack.snapshot();
    boolean needed =
        mayHaveChanged(result) && taken.filter(kept -> holdsAnyOf(kept, loss)).isPresent();
    if (!needed) {
      taken.ifPresent(kept -> SnapshotFiles.delete(kept.folder()));
      return new DowngradeWithSnapshot(result, Optional.empty());
    }
    store.prune(track, target, List.of());
    return new DowngradeWithSnapshot(result, taken);
  }

  private static boolean mayHaveChanged(DowngradeResult result) {
    return switch (result) {
      case DowngradeResult.Downgraded done -> true;
      case DowngradeResult.Unknown unknown -> true;
      case DowngradeResult.Failed failed ->
          !failed.steps().isEmpty() || isPiecemeal(failed.migration());
      case DowngradeResult.Blocked blocked ->
          !blocked.steps().isEmpty() || isPiecemeal(blocked.migration());
      case DowngradeResult.NothingToUndo nothing -> false;
      case DowngradeResult.TooManySteps many -> false;
      case DowngradeResult.UnknownVersion unknown -> false;
      case DowngradeResult.NoUndoScript none -> false;
      case DowngradeResult.Refused refused -> false;
      case DowngradeResult.Busy busy -> false;
    };
  }

  private static boolean isPiecemeal(Migration migration) {
    return migration
        .undo()
        .map(ScriptText::of)
        .filter(text -> !text.inOneTransaction())
        .isPresent();
  }

  /**
   * Whether the snapshot has rows of the lost tables. The tables were locked, so the snapshot has
   * the last rows that were written.
   */
  private static boolean holdsAnyOf(Snapshot snapshot, DowngradeLoss loss) {
    return switch (loss) {
      case DowngradeLoss.Found(List<LostRows> lost) -> {
        Set<String> tables = lost.stream().map(LostRows::table).collect(Collectors.toSet());
        Set<String> kept =
            snapshot.manifest().data().stream().map(TableRows::table).collect(Collectors.toSet());
        // The rows of a partition are in the file of its partitioned table.
        yield !kept.containsAll(tables)
            || snapshot.manifest().data().stream()
                .anyMatch(file -> file.rows() > 0 && tables.contains(file.table()));
      }
      case DowngradeLoss.NotKnown none -> snapshot.manifest().rows() > 0;
      case DowngradeLoss.Ended ended -> false;
    };
  }
}
