package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.script.StatementError;
import shareddb.tenants.fleet.targets.FailureReason;
import shareddb.tenants.fleet.targets.TargetGoal;
import shareddb.tenants.fleet.targets.TargetOutcome;

/** Upgrades or downgrades a target like a single one, if its scripts cannot be one transaction. */
public record SingleTarget(Track track, TrackReading reading, TargetGoal goal, Duration patience) {

  /**
   * The end of one upgrade or downgrade.
   *
   * @param at the version afterwards; empty if it is the version before or is not known
   * @param error the reason of a failure; empty if there was none
   * @param isUnknown whether a COMMIT was sent and its answer was lost
   */
  public record End(Optional<Version> at, String error, boolean isUnknown) {

    static End at(Version version) {
      return new End(Optional.of(version), "", false);
    }

    static End at(Version version, String error) {
      return new End(Optional.of(version), error, false);
    }

    static End unchanged(String error) {
      return new End(Optional.empty(), error, false);
    }

    /** A COMMIT was sent, and the tool could not ask whether Postgres had done it. */
    static End unknown(StatementError error) {
      return new End(Optional.empty(), error.line(), true);
    }

    public TargetOutcome outcome(TargetWork work, Duration took, TargetOutcome.How how) {
      if (isUnknown) {
        return work.unanswered().outOfReach(error);
      }
      Version from = work.position().current();
      Version to = at.orElse(from);
      return error.isEmpty()
          ? new TargetOutcome.Moved(work.member(), from, to, took, how)
          : new TargetOutcome.Failed(work.member(), from, to, took, error);
    }
  }

  /** A dry run of the same work on the worker's session. */
  TargetDryRun rehearsal(WorkerSession session) {
    return new TargetDryRun(goal, reading, session);
  }

  TargetOutcome move(TargetWork work, long start) throws SQLException {
    Target target = work.member().target();
    End end =
        switch (goal) {
          case TargetGoal.Up(Version to) ->
              end(Upgrade.run(track, target, to, UnrecordedListener.withoutRole(patience)));
          case TargetGoal.Down(Version to) ->
              end(
                  Downgrade.run(
                      track,
                      target,
                      new DowngradeTo.TheVersion(to),
                      UnrecordedListener.withoutRole(patience)));
        };
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return end.outcome(work, took, TargetOutcome.How.STEP_BY_STEP);
  }

  static End end(UpgradeResult result) {
    return switch (result) {
      case UpgradeResult.Upgraded done -> End.at(done.to());
      case UpgradeResult.UpToDate there -> End.at(there.current());
      case UpgradeResult.AlreadyBeyond beyond -> End.at(beyond.current());
      case UpgradeResult.Failed failed ->
          End.at(
              failed.current(),
              failed.migration().map(m -> m.script() + ": ").orElse("")
                  + failed.error().map(StatementError::line).orElse(failed.report()));
      case UpgradeResult.ContractWaits waits -> End.at(waits.current(), waits.waiting().why());
      case UpgradeResult.Blocked blocked ->
          End.at(blocked.current(), blocked.blocker().holdsALock());
      case UpgradeResult.Unknown unknown -> End.unknown(unknown.error());
      case UpgradeResult.Busy busy -> End.unchanged(busy.holder().who() + " works on it");
      case UpgradeResult.Refused refused -> End.unchanged(FailureReason.of(refused.problems()));
      case UpgradeResult.UnknownVersion unknown ->
          End.unchanged("there is no version " + unknown.wanted());
      case UpgradeResult.NoHistory none ->
          End.unchanged("it has no history, but objects: " + String.join(", ", none.objects()));
    };
  }

  static End end(DowngradeResult result) {
    return switch (result) {
      case DowngradeResult.Downgraded done -> End.at(done.to());
      case DowngradeResult.NothingToUndo nothing -> End.at(nothing.current());
      case DowngradeResult.Failed failed ->
          End.at(failed.current(), failed.migration().undoScript() + ": " + failed.error().line());
      case DowngradeResult.Blocked blocked ->
          End.at(blocked.current(), blocked.blocker().holdsALock());
      case DowngradeResult.NoUndoScript none -> End.at(none.current(), "it cannot be undone");
      case DowngradeResult.Unknown unknown -> End.unknown(unknown.error());
      case DowngradeResult.Busy busy -> End.unchanged(busy.holder().who() + " works on it");
      case DowngradeResult.Refused refused -> End.unchanged(FailureReason.of(refused.problems()));
      case DowngradeResult.TooManySteps steps ->
          End.unchanged("only " + steps.applied() + " versions are applied");
      case DowngradeResult.BelowBaseline below ->
          End.unchanged("its history begins with a baseline at " + below.baseline());
      case DowngradeResult.UnknownVersion unknown ->
          End.unchanged("there is no version " + unknown.wanted());
    };
  }
}
