package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.FlywaySetup.Repeatables;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.lock.LostSession;
import shareddb.migrate.phase.ContractGate;
import shareddb.migrate.phase.WaitingContract;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.RecordedOperation;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.role.ApiRole;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementByStatement;
import shareddb.migrate.script.StatementError;

/**
 * Applies the pending migrations. Flyway runs them, each in its own transaction. A script that
 * cannot be one transaction is run statement by statement in between. Each session holds the
 * target's lock.
 */
public final class Upgrade {

  private final Track track;
  private final Target target;
  private final Version upTo;
  private final OperationListener caller;
  private final LockRetries retries;
  private final List<AppliedStep> steps = new ArrayList<>();
  private boolean flywayIsDone;

  private Upgrade(
      Track track, Target target, Version upTo, OperationListener caller, LockRetries retries) {
    this.track = track;
    this.target = target;
    this.upTo = upTo;
    this.caller = caller;
    this.retries = retries;
  }

  /** Upgrades to the newest version. */
  public static UpgradeResult run(Track track, Target target) throws SQLException {
    return run(track, target, UnrecordedListener.SILENT);
  }

  public static UpgradeResult run(Track track, Target target, OperationListener caller)
      throws SQLException {
    return run(track, target, track.readAll().newest(), caller);
  }

  /** Upgrades to this version, which is applied too. */
  public static UpgradeResult run(Track track, Target target, Version upTo) throws SQLException {
    return run(track, target, upTo, UnrecordedListener.SILENT);
  }

  public static UpgradeResult run(
      Track track, Target target, Version upTo, OperationListener caller) throws SQLException {
    TrackReading reading = track.readAll();
    Optional<UpgradeResult> unknown = UpgradePlan.unknown(reading.migrations(), upTo);
    if (unknown.isPresent()) {
      return unknown.get();
    }
    try (LockRetries retries = new LockRetries(target, caller)) {
      return RecordedOperation.run(
          "upgrade",
          track,
          target,
          caller,
          operation -> new Upgrade(track, target, upTo, caller, retries).run(reading, operation),
          OperationOutcomes::of);
    }
  }

  private UpgradeResult run(TrackReading reading, RecordedOperation operation) throws SQLException {
    TrackState before;
    try (Connection connection = target.admin().reading().connect()) {
      History history = History.read(connection, target, retries);
      Optional<UpgradeResult> unknown = ObjectsWithoutHistory.in(connection, target, history);
      if (unknown.isPresent()) {
        return unknown.get();
      }
      before = TrackState.of(reading, target, history);
      InvalidIndex.in(connection, target.schema()).forEach(caller::finds);
      if (before.obstacles().isEmpty()
          && !caller.hasSeenToTheRole()
          && !target.schema().equals(SchemaName.OF_THE_TOOL)) {
        ApiRole.ensure(connection, target);
      }
    }
    Optional<UpgradeResult> end = UpgradePlan.end(before, upTo);
    if (end.isPresent()) {
      return end.get();
    }
    operation.begins(before.current(), upTo);
    while (end.isEmpty()) {
      end = inOneSession(reading, before);
    }
    return end.get();
  }

  /** Empty if the upgrade must go on with a new session. */
  private Optional<UpgradeResult> inOneSession(TrackReading reading, TrackState before)
      throws SQLException {
    try (Connection connection = FlywaySetup.session(target).connect()) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, caller);
      if (holder.isPresent()) {
        return Optional.of(new UpgradeResult.Busy(holder.get(), List.copyOf(steps)));
      }
      retries.in(connection);
      // Another session may have upgraded the target while this one waited for the lock.
      TrackState state = TrackState.of(reading, target, History.read(connection, target, retries));
      Optional<UpgradeResult> end =
          // Flyway is done: a repeatable one looks pending only in this tool's comparison.
          flywayIsDone
              ? Optional.of(new UpgradeResult.UpToDate(state.current()))
              : UpgradePlan.end(state, upTo);
      return end.isPresent() ? Optional.of(done(end.get(), before)) : migrate(connection, state);
    }
  }

  private UpgradeResult done(UpgradeResult end, TrackState before) {
    return end instanceof UpgradeResult.UpToDate(Version current) && !steps.isEmpty()
        ? new UpgradeResult.Upgraded(before.current(), current, List.copyOf(steps))
        : end;
  }

  private Optional<UpgradeResult> migrate(Connection connection, TrackState state)
      throws SQLException {
    List<Migration> pending = state.pending(upTo);
    if (state.unfinished().isPresent()) {
      Migration unfinished = state.unfinished().get();
      HistoryRow stopped = state.applied().get(unfinished.version());
      return piecemeal(connection, unfinished, Optional.ofNullable(stopped), state);
    }
    Optional<WaitingContract> waiting = ContractGate.first(connection, target, state, pending);
    if (waiting.isPresent()) {
      return waiting.map(w -> new UpgradeResult.ContractWaits(state.current(), w, steps));
    }
    List<Migration> whole = UpgradePlan.together(pending);
    return whole.isEmpty() && !pending.isEmpty()
        ? piecemeal(connection, pending.getFirst(), Optional.empty(), state)
        : flyway(connection, pending, whole, state);
  }

  private Optional<UpgradeResult> piecemeal(
      Connection connection, Migration migration, Optional<HistoryRow> stopped, TrackState state)
      throws SQLException {
    try {
      steps.add(
          new StatementByStatement(connection, target, caller, retries).apply(migration, stopped));
      return Optional.empty();
    } catch (SQLException e) {
      String report = String.valueOf(e.getMessage());
      return LostConnection.isMeantBy(e.getSQLState())
          ? afterLoss(e, report, state)
          : Optional.of(failed(e, report, state.current(), migration));
    }
  }

  /** Flyway runs repeatable migrations after all versioned ones. They run only in the last part. */
  private Optional<UpgradeResult> flyway(
      Connection connection, List<Migration> pending, List<Migration> whole, TrackState state)
      throws SQLException {
    boolean isLast = whole.size() == pending.size();
    try {
      MigrateResult result =
          FlywaySetup.on(
                  connection,
                  track,
                  target,
                  isLast ? upTo : whole.getLast().version(),
                  isLast ? Repeatables.AS_EVER : Repeatables.NOT_YET)
              .migrate();
      result.migrations.forEach(output -> steps.add(FlywaySetup.step(output)));
      flywayIsDone = isLast;
      return Optional.empty();
    } catch (FlywayException e) {
      return failed(e, state);
    }
  }

  /** Handles an error of Flyway, which has already closed the connection. */
  private Optional<UpgradeResult> failed(FlywayException error, TrackState state)
      throws SQLException {
    String report = String.valueOf(error.getMessage()).strip();
    Optional<SQLException> sql = FlywaySetup.sqlError(error);
    if (sql.filter(e -> LostConnection.isMeantBy(e.getSQLState())).isPresent()) {
      return afterLoss(sql.get(), report, state);
    }
    TrackState after = CurrentState.of(track, target);
    steps.addAll(AppliedStep.between(state, after));
    if (after.problems().isEmpty() && sql.isPresent() && retries.again(sql.get())) {
      return Optional.empty();
    }
    return Optional.of(failed(sql.orElse(null), report, after));
  }

  /** Reads the history again: the upgrade goes on only if the lost session applied anything. */
  private Optional<UpgradeResult> afterLoss(SQLException error, String report, TrackState state)
      throws SQLException {
    Optional<Connection> another = LostSession.replaced(target.admin(), target, caller);
    if (another.isEmpty()) {
      return Optional.of(
          new UpgradeResult.Unknown(state.current(), List.copyOf(steps), StatementError.of(error)));
    }
    int known = steps.size();
    TrackState after;
    try (Connection connection = another.get()) {
      after = TrackState.of(track.readAll(), target, History.read(connection, target));
    }
    steps.addAll(AppliedStep.between(state, after));
    return steps.size() > known ? Optional.empty() : Optional.of(failed(error, report, after));
  }

  private UpgradeResult failed(@Nullable SQLException error, String report, TrackState after)
      throws SQLException {
    return failed(
        error, report, after.current(), UpgradePlan.firstMissing(after, upTo).orElse(null));
  }

  private UpgradeResult failed(
      @Nullable SQLException error, String report, Version current, @Nullable UpgradeScript culprit)
      throws SQLException {
    return new UpgradeFailure(target, retries, List.copyOf(steps))
        .result(error, report, current, culprit);
  }
}
