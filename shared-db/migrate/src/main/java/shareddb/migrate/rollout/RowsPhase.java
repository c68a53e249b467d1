package shareddb.migrate.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.BackfillScript;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.journal.RolloutPositions;
import shareddb.migrate.lock.LockRetries;
import shareddb.migrate.phase.ContractGate;
import shareddb.migrate.phase.UnprovenRows;
import shareddb.migrate.script.StatementError;

/**
 * The phase in which the rows are filled. It ends with the proof, and only then makes the new
 * version's views: a new version that can start finds every row filled.
 */
public record RowsPhase(Track track, Target target, RolloutListener caller) {

  /** Empty if every row is filled. */
  Optional<RolloutResult> run(PhasedChange change) throws SQLException {
    Optional<RolloutResult> end = fill(change);
    return end.isPresent() ? end : open(change);
  }

  /** Fills the rows and proves them, without the views. Empty if every row is filled. */
  public Optional<RolloutResult> fill(PhasedChange change) throws SQLException {
    Optional<BackfillScript> script = change.backfill();
    if (script.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection =
            target.admin().withSession(WaitLimits.lockTimeout(WaitLimits.TRY)).connect();
        LockRetries retries = new LockRetries(target, caller)) {
      if (!isAlone(connection)) {
        return Optional.of(new RolloutResult.AlreadyRunning(holder(connection)));
      }
      retries.in(connection);
      return fill(connection, change, script.get(), retries);
    } catch (SQLException e) {
      return Optional.of(new RolloutResult.Failed(RolloutPhase.BACKFILL, StatementError.of(e)));
    }
  }

  /** Where the proof fails, the next rollout begins the back-fill anew. */
  private Optional<RolloutResult> fill(
      Connection connection, PhasedChange change, BackfillScript script, LockRetries retries)
      throws SQLException {
    RolloutPositions positions =
        RolloutPositions.of(target, CurrentState.of(track, target).row(change.expand().version()));
    new Backfill(connection, target, script, positions, caller, retries).run();
    UnprovenRows rows = ContractGate.proof(connection, target, script);
    if (!rows.isProof()) {
      positions.restart(connection);
      return Optional.of(new RolloutResult.Unproven(change, rows));
    }
    positions.proved(connection);
    return Optional.empty();
  }

  private Optional<RolloutResult> open(PhasedChange change) throws SQLException {
    ContractEffect effect = ContractEffect.of(ScriptText.of(change.contract().file()));
    Optional<RolloutResult> end =
        PhaseTransaction.run(
            RolloutPhase.BACKFILL,
            target,
            caller,
            connection ->
                VersionSchema.make(
                    connection,
                    target,
                    change.newViews(target.schema()),
                    effect,
                    change.contract().version()));
    if (end.isEmpty()) {
      caller.opened(change);
    }
    return end;
  }

  private boolean isAlone(Connection connection) throws SQLException {
    return Query.of(connection, "SELECT pg_try_advisory_lock(hashtextextended(?, 0))", lock())
        .isTrue();
  }

  private Optional<Integer> holder(Connection connection) throws SQLException {
    String sql =
        """
        SELECT pid FROM pg_catalog.pg_locks
        WHERE granted AND locktype = 'advisory' AND objsubid = 1
          AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
          AND (classid::bigint << 32) | objid::bigint = hashtextextended(?, 0)
        """;
    return Query.of(connection, sql, lock()).first(row -> row.getInt(1));
  }

  private String lock() {
    return "workshop rollout of " + target.schema();
  }
}
