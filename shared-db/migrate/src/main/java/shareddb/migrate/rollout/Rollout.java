package shareddb.migrate.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.record.RecordedOperation;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.ScriptRunner;

/**
 * Takes a target through a change in phases: expand, back-fill, proof, contract. Each phase looks
 * at the target first, so a rollout that was stopped goes on where it is.
 */
public final class Rollout {

  private final Track track;
  private final Target target;
  private final RolloutGoal goal;
  private final RolloutListener caller;

  private Rollout(Track track, Target target, RolloutGoal goal, RolloutListener caller) {
    this.track = track;
    this.target = target;
    this.goal = goal;
    this.caller = caller;
  }

  public static RolloutResult run(
      Track track, Target target, RolloutGoal goal, RolloutListener caller) throws SQLException {
    return new Rollout(track, target, goal, caller).run();
  }

  private RolloutResult run() throws SQLException {
    TrackState state = CurrentState.of(track, target);
    if (!state.obstacles().isEmpty()) {
      return new RolloutResult.Refused(state.obstacles());
    }
    Optional<PhasedChange> next = PhasedChange.next(state);
    if (next.isEmpty()) {
      return new RolloutResult.NothingToDo(state.current());
    }
    PhasedChange change = next.get();
    if (!change.behind().isEmpty()) {
      return new RolloutResult.Behind(change);
    }
    return phases(change).orElseGet(() -> reached(change));
  }

  private RolloutResult reached(PhasedChange change) {
    return goal.until() == RolloutPhase.CONTRACT
        ? new RolloutResult.Completed(change)
        : new RolloutResult.Reached(goal.until(), change);
  }

  /** The result that ended a phase early. */
  private Optional<RolloutResult> phases(PhasedChange change) throws SQLException {
    Optional<RolloutResult> end =
        change.isExpanded() && change.between().isEmpty()
            ? Optional.empty()
            : phase(RolloutPhase.EXPAND, change, () -> expand(change));
    if (end.isEmpty() && goal.includes(RolloutPhase.BACKFILL)) {
      end =
          phase(
              RolloutPhase.BACKFILL,
              change,
              () -> new RowsPhase(track, target, caller).run(change));
    }
    if (end.isEmpty() && goal.includes(RolloutPhase.PROOF)) {
      end = phase(RolloutPhase.PROOF, change, () -> oldSessions(change));
    }
    if (end.isEmpty() && goal.includes(RolloutPhase.CONTRACT)) {
      caller.beforeLoss(RolloutPhase.CONTRACT);
      end = phase(RolloutPhase.CONTRACT, change, () -> contract(change));
    }
    return end;
  }

  /** The work of a phase. Empty if it came through. */
  @FunctionalInterface
  private interface Phase {
    Optional<RolloutResult> run() throws SQLException;
  }

  /** Records the phase as an operation of its own. */
  private Optional<RolloutResult> phase(RolloutPhase phase, PhasedChange change, Phase work)
      throws SQLException {
    Version to =
        phase == RolloutPhase.CONTRACT ? change.contract().version() : change.expand().version();
    long start = System.nanoTime();
    Optional<RolloutResult> end =
        RecordedOperation.run(
            phase.word(),
            track,
            target,
            caller,
            operation -> {
              operation.begins(change.isExpanded() ? change.expand().version() : change.old(), to);
              return work.run();
            },
            result -> result.map(RolloutOutcomes::of).orElse(OperationOutcome.done(to)));
    if (end.isEmpty()) {
      caller.ended(phase, Duration.ofNanos(System.nanoTime() - start));
    }
    return end;
  }

  private Optional<RolloutResult> expand(PhasedChange change) throws SQLException {
    Optional<RolloutResult> end =
        PhaseTransaction.run(
            RolloutPhase.EXPAND,
            target,
            caller,
            connection -> {
              if (!change.old().equals(Version.NONE) && !change.isExpanded()) {
                VersionSchema.make(
                    connection,
                    target,
                    change.oldViews(target.schema()),
                    ContractEffect.NONE,
                    change.old());
              }
              if (!isApplied(connection, change.expand())) {
                apply(connection, change.expand());
              }
            });
    return end.isPresent() ? end : between(change);
  }

  /** The migrations between the two, such as an index that is made without blocking writers. */
  private Optional<RolloutResult> between(PhasedChange change) throws SQLException {
    if (change.between().isEmpty()) {
      return Optional.empty();
    }
    Version last = change.between().getLast().version();
    UpgradeResult result = Upgrade.run(track, target, last, caller);
    return result instanceof UpgradeResult.Upgraded || result instanceof UpgradeResult.UpToDate
        ? Optional.empty()
        : Optional.of(new RolloutResult.NotUpgraded(result));
  }

  private Optional<RolloutResult> oldSessions(PhasedChange change) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      List<OldSession> sessions = OldSession.since(connection, target, change, goal.quiet());
      return sessions.isEmpty()
          ? Optional.empty()
          : Optional.of(new RolloutResult.StillUsed(change, sessions));
    }
  }

  /** The views go in the same transaction: at no moment does a version lack its tables. */
  private Optional<RolloutResult> contract(PhasedChange change) throws SQLException {
    return PhaseTransaction.run(
        RolloutPhase.CONTRACT,
        target,
        caller,
        connection -> {
          VersionSchema.drop(connection, change.oldViews(target.schema()));
          VersionSchema.drop(connection, change.newViews(target.schema()));
          if (!isApplied(connection, change.contract())) {
            apply(connection, change.contract());
          }
        });
  }

  /** Reads the history under the target's lock: another session may have been first. */
  private boolean isApplied(Connection connection, Migration migration) throws SQLException {
    return TrackState.of(track.readAll(), target, History.read(connection, target))
        .applied()
        .containsKey(migration.version());
  }

  private void apply(Connection connection, Migration migration) throws SQLException {
    ScriptRunner.run(
        connection,
        PlannedScript.applying(
            migration,
            target,
            ScriptText.of(migration.file()).on(target),
            HistorySql.applied(target, HistorySql.nextRank(target), migration),
            true));
  }
}
