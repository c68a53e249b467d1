package shareddb.migrate.snapshot;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.migrate.snapshot.rows.TableRows;

/**
 * A downgrade that first keeps the rows in a snapshot, if it drops or deletes anything. The
 * snapshot is taken in the transaction of the undo scripts, with all tables locked. Only if the
 * scripts need several transactions, there is a snapshot of each one.
 *
 * @param result the downgrade's result
 * @param kept the snapshots with rows that the downgrade lost or may have lost, oldest first
 */
public record DowngradeWithSnapshot(DowngradeResult result, List<Snapshot> kept) {

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
      return new DowngradeWithSnapshot(end, List.of());
    }
    if (loss instanceof DowngradeLoss.Found(List<LostRows> lost) && lost.isEmpty()) {
      return new DowngradeWithSnapshot(Downgrade.run(track, target, to, caller), List.of());
    }
    SnapshotWriter writer = new SnapshotWriter(store, track, target, progress);
    List<SnapshotBeforeDrop> hooks = new ArrayList<>();
    DowngradeResult result =
        Downgrade.run(track, target, to, Optional.of(() -> added(hooks, writer)), caller);
    List<Snapshot> taken = hooks.stream().flatMap(hook -> hook.snapshot().stream()).toList();
    List<Snapshot> kept =
        mayHaveChanged(result)
            ? taken.stream().filter(snapshot -> holdsAnyOf(snapshot, loss)).toList()
            : List.of();
    taken.stream()
        .filter(snapshot -> !kept.contains(snapshot))
        .forEach(needless -> SnapshotFiles.delete(needless.folder()));
    if (!kept.isEmpty()) {
      store.prune(track, target, kept);
    }
    return new DowngradeWithSnapshot(result, kept);
  }

  private static SnapshotBeforeDrop added(List<SnapshotBeforeDrop> hooks, SnapshotWriter writer) {
    hooks.add(new SnapshotBeforeDrop(writer, SnapshotReason.DOWNGRADE));
    return hooks.getLast();
  }

  private static boolean mayHaveChanged(DowngradeResult result) {
    return switch (result) {
      case DowngradeResult.Downgraded done -> true;
      case DowngradeResult.Unknown unknown -> true;
      case DowngradeResult.Failed failed ->
          !failed.steps().isEmpty() || !DowngradePlan.inOneTransaction(failed.migration());
      case DowngradeResult.Blocked blocked ->
          !blocked.steps().isEmpty() || !DowngradePlan.inOneTransaction(blocked.migration());
      case DowngradeResult.NothingToUndo nothing -> false;
      case DowngradeResult.TooManySteps many -> false;
      case DowngradeResult.BelowBaseline below -> false;
      case DowngradeResult.UnknownVersion unknown -> false;
      case DowngradeResult.NoUndoScript none -> false;
      case DowngradeResult.Refused refused -> false;
      case DowngradeResult.Busy busy -> false;
    };
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
