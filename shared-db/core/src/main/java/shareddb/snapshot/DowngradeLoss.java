package shareddb.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.migrate.Blocker;
import shareddb.migrate.Caller;
import shareddb.migrate.Current;
import shareddb.migrate.DowngradePlan;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.PlannedScript;
import shareddb.migrate.Rehearsal;
import shareddb.migrate.RehearsalResult;
import shareddb.migrate.Target;
import shareddb.track.Track;
import shareddb.track.Version;

/** What a downgrade would lose, found out by a rehearsal that is taken back. */
public sealed interface DowngradeLoss {

  /** These; none where nothing is dropped or deleted. */
  record Found(List<LostRows> lost) implements DowngradeLoss {

    public Found {
      lost = List.copyOf(lost);
    }

    /** Without tables and columns that are empty. */
    public List<LostRows> withRows() {
      return lost.stream().filter(one -> one.rows() > 0).toList();
    }
  }

  /** A script cannot be rehearsed, or fails: it is not known. */
  record NotKnown() implements DowngradeLoss {}

  /** The downgrade itself would end like this, and change nothing. */
  record Ended(DowngradeResult result) implements DowngradeLoss {}

  static DowngradeLoss of(Track track, Target target, DowngradeTo to, Caller caller)
      throws SQLException {
    DroppedRows dropped = new DroppedRows(target.schema());
    RehearsalResult<DowngradeResult> result =
        Rehearsal.run(target, DowngradePlan.of(track.readAll(), target, to), dropped, caller);
    return switch (result) {
      case RehearsalResult.Passed<DowngradeResult> passed ->
          new Found(counted(target, dropped.lost()));
      case RehearsalResult.Ended<DowngradeResult>(DowngradeResult end) -> new Ended(end);
      case RehearsalResult.Busy<DowngradeResult>(Blocker holder) ->
          new Ended(new DowngradeResult.Busy(holder));
      case RehearsalResult.Blocked<DowngradeResult>(
              Optional<PlannedScript> script,
              Blocker blocker) ->
          blocked(track, target, script.flatMap(PlannedScript::version), blocker);
      case RehearsalResult.Failed<DowngradeResult> failed -> new NotKnown();
      case RehearsalResult.NotInATransaction<DowngradeResult> alone -> new NotKnown();
    };
  }

  private static DowngradeLoss blocked(
      Track track, Target target, Optional<Version> by, Blocker blocker) throws SQLException {
    if (by.isEmpty()) {
      return new NotKnown();
    }
    Version current = Current.of(track, target).current();
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

  /** The same tables and columns, with the rows that another target has in them. */
  static List<LostRows> of(Connection connection, Target target, List<LostRows> lost)
      throws SQLException {
    return LostRowsCount.of(connection, target.schema(), lost);
  }
}
