package shareddb.migrate.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.DryRun;
import shareddb.migrate.DryRunResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.script.PlannedScript;

/** The rows that a downgrade would lose. A dry run finds them. */
public sealed interface DowngradeLoss {

  /** The lost tables, columns and rows. Empty if nothing is dropped or deleted. */
  record Found(List<LostRows> lost) implements DowngradeLoss {

    public Found {
      lost = List.copyOf(lost);
    }

    /** The same without empty tables and columns. */
    public List<LostRows> withRows() {
      return lost.stream().filter(one -> one.rows() > 0).toList();
    }
  }

  /** The loss is not known: a script cannot run in a dry run, or it failed there. */
  record NotKnown() implements DowngradeLoss {}

  /** The downgrade would end with this result and change nothing. */
  record Ended(DowngradeResult result) implements DowngradeLoss {}

  static DowngradeLoss of(Track track, Target target, DowngradeTo to, OperationListener caller)
      throws SQLException {
    DroppedRows dropped = new DroppedRows(target.schema());
    DryRunResult<DowngradeResult> result =
        DryRun.run(target, DowngradePlan.of(track.readAll(), target, to), dropped, caller);
    return switch (result) {
      case DryRunResult.Passed<DowngradeResult> passed ->
          new Found(counted(target, dropped.lost()));
      case DryRunResult.Ended<DowngradeResult>(DowngradeResult end) -> new Ended(end);
      case DryRunResult.Busy<DowngradeResult>(Blocker holder) ->
          new Ended(new DowngradeResult.Busy(holder));
      case DryRunResult.Blocked<DowngradeResult>(Optional<PlannedScript> script, Blocker blocker) ->
          blocked(track, target, script.flatMap(PlannedScript::version), blocker);
      case DryRunResult.Failed<DowngradeResult> failed -> new NotKnown();
      case DryRunResult.NotInATransaction<DowngradeResult> alone -> new NotKnown();
    };
  }

  private static DowngradeLoss blocked(
      Track track, Target target, Optional<Version> by, Blocker blocker) throws SQLException {
    if (by.isEmpty()) {
      return new NotKnown();
    }
    Version current = CurrentState.of(track, target).current();
    return track.read().stream()
        .filter(migration -> by.get().equals(migration.version()))
        .findFirst()
        .<DowngradeLoss>map(
            m -> new Ended(new DowngradeResult.Blocked(current, m, List.of(), blocker)))
        .orElseGet(NotKnown::new);
  }

  private static List<LostRows> counted(Target target, List<LostRows> lost) throws SQLException {
    if (lost.isEmpty()) {
      return lost;
    }
    try (Connection connection = target.admin().connect()) {
      return of(connection, target, lost);
    }
  }

  /** The same tables and columns with the row counts of another target. */
  static List<LostRows> of(Connection connection, Target target, List<LostRows> lost)
      throws SQLException {
    return LostRowsCount.of(connection, target.schema(), lost);
  }
}
