package shareddb.migrate.snapshot;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.OutsideDependents;
import shareddb.migrate.RebuildPlan;
import shareddb.migrate.RebuildResult;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.Planner;
import shareddb.migrate.script.StatementError;
import shareddb.migrate.snapshot.rows.RowsProgress;

/**
 * Drops a target's schema with everything in it and makes it again, in one transaction. Before the
 * drop, its rows are kept in a snapshot. The tables are locked then, so the snapshot has the last
 * row that was written.
 */
public final class Reset {

  private Reset() {}

  /** Resets to the newest version. */
  public static ResetResult run(
      SnapshotStore store,
      Track track,
      Target target,
      RowsProgress progress,
      OperationListener caller)
      throws SQLException {
    List<Migration> migrations = track.read();
    Version newest = migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
    return run(store, track, target, newest, progress, caller);
  }

  /** Resets to this version. No later version is applied. */
  public static ResetResult run(
      SnapshotStore store,
      Track track,
      Target target,
      Version to,
      RowsProgress progress,
      OperationListener caller)
      throws SQLException {
    TrackReading reading = track.readAll();
    if (!isKnown(reading.migrations(), to)) {
      return unknown(reading.migrations(), to);
    }
    List<UpgradeScript> wanted = reading.upTo(to).scripts();
    SnapshotBeforeDrop wayBack =
        new SnapshotBeforeDrop(
            new SnapshotWriter(store, track, target, progress), SnapshotReason.RESET);
    RebuildResult result = wayBack.rebuild(wanted, List.of(), caller);
    return result(result, to, wayBack.snapshot());
  }

  /** The plan of a reset to this version, or to the newest one. */
  public static Planner<ResetResult> plan(
      Track track, Target target, Optional<Version> to, boolean withRole) {
    TrackReading reading = track.readAll();
    List<Migration> migrations = reading.migrations();
    Version newest = migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
    Version wanted = to.orElse(newest);
    if (!isKnown(migrations, wanted)) {
      return connection -> new Plan.Ended<>(unknown(migrations, wanted));
    }
    Planner<ResetResult> rebuild = RebuildPlan.of(target, reading.upTo(wanted).scripts(), withRole);
    return connection -> {
      List<String> dependents =
          OutsideDependents.irreplaceable(OutsideDependents.of(connection, target));
      return dependents.isEmpty()
          ? rebuild.plan(connection)
          : new Plan.Ended<>(new ResetResult.NeededOutside(dependents));
    };
  }

  private static boolean isKnown(List<Migration> migrations, Version wanted) {
    return wanted.equals(Version.NONE)
        || migrations.stream().anyMatch(m -> m.version().equals(wanted));
  }

  private static ResetResult unknown(List<Migration> migrations, Version wanted) {
    return new ResetResult.UnknownVersion(
        wanted, migrations.stream().map(Migration::version).toList());
  }

  private static ResetResult result(RebuildResult result, Version to, Optional<Snapshot> wayBack) {
    return switch (result) {
      case RebuildResult.Rebuilt(boolean existed, List<AppliedStep> steps) ->
          new ResetResult.Remade(to, steps, wayBack);
      case RebuildResult.Unknown(StatementError error) ->
          new ResetResult.Unknown(to, wayBack, error);
      case RebuildResult.NeededOutside(List<String> dependents) ->
          new ResetResult.NeededOutside(dependents);
      case RebuildResult.Busy(Blocker holder) -> new ResetResult.Busy(holder);
      case RebuildResult.Blocked(Blocker blocker) -> new ResetResult.Blocked(blocker);
      case RebuildResult.NotDropped(StatementError error) -> new ResetResult.NotDropped(error);
      case RebuildResult.NotBuilt(UpgradeScript migration, StatementError error) ->
          new ResetResult.NotBuilt(migration, error);
      case RebuildResult.TakenBack none ->
          throw new IllegalStateException("a reset never takes itself back");
    };
  }
}
