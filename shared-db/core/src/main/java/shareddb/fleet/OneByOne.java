package shareddb.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.StatementError;
import shareddb.migrate.Target;
import shareddb.migrate.UnrecordedCaller;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.track.Track;
import shareddb.track.TrackReading;
import shareddb.track.Version;

/** Moves a target as a single one is moved, where that cannot be done in one go. */
record OneByOne(Track track, TrackReading reading, Goal goal, Duration patience) {

  /**
   * @param at nothing where it stands as it stood
   */
  record End(Optional<Version> at, String error, boolean isUnknown) {

    static End at(Version version) {
      return new End(Optional.of(version), "", false);
    }

    static End at(Version version, String error) {
      return new End(Optional.of(version), error, false);
    }

    static End unchanged(String error) {
      return new End(Optional.empty(), error, false);
    }

    /** A COMMIT was sent, and whether it was done could not be asked. */
    static End unknown(StatementError error) {
      return new End(Optional.empty(), error.line(), true);
    }

    Outcome outcome(Work work, Duration took, Outcome.How how) {
      if (isUnknown) {
        return work.unanswered().outOfReach(error);
      }
      Version from = work.position().current();
      Version to = at.orElse(from);
      return error.isEmpty()
          ? new Outcome.Moved(work.member(), from, to, took, how)
          : new Outcome.Failed(work.member(), from, to, took, error);
    }
  }

  /** The same, taken back. */
  TargetRehearsal rehearsal(Session session) {
    return new TargetRehearsal(goal, reading, session);
  }

  Outcome move(Work work, long start) throws SQLException {
    Target target = work.member().target();
    End end =
        switch (goal) {
          case Goal.Up(Version to) ->
              end(Upgrade.run(track, target, to, UnrecordedCaller.withoutRole(patience)));
          case Goal.Down(Version to) ->
              end(
                  Downgrade.run(
                      track,
                      target,
                      new DowngradeTo.TheVersion(to),
                      UnrecordedCaller.withoutRole(patience)));
        };
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return end.outcome(work, took, Outcome.How.STEP_BY_STEP);
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
      case UpgradeResult.Blocked blocked ->
          End.at(blocked.current(), blocked.blocker().holdsALock());
      case UpgradeResult.Unknown unknown -> End.unknown(unknown.error());
      case UpgradeResult.Busy busy -> End.unchanged(busy.holder().who() + " works on it");
      case UpgradeResult.Refused refused -> End.unchanged(Reason.of(refused.problems()));
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
      case DowngradeResult.Refused refused -> End.unchanged(Reason.of(refused.problems()));
      case DowngradeResult.TooManySteps steps ->
          End.unchanged("only " + steps.applied() + " versions are applied");
      case DowngradeResult.UnknownVersion unknown ->
          End.unchanged("there is no version " + unknown.wanted());
    };
  }
}
