package shareddb.migrate.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.record.OperationRecord;

/**
 * The journal's row of one operation. It is written just before the target changes, and its session
 * stays open until the end. An operation that is killed therefore leaves a row without an end. The
 * journal may fail to write (no rights, full disk, a lock, a newer format). Such a failure never
 * stops the operation: it runs without its row, and its caller gets the reason.
 */
final class OperationRow implements OperationRecord {

  private final Version from;
  private @Nullable Connection connection;
  private long id;
  private @Nullable String problem;

  private OperationRow(Version from) {
    this.from = from;
  }

  static OperationRow begin(
      Login login, String operation, Track track, Target target, Version from, Version to) {
    OperationRow recording = new OperationRow(from);
    // The timeouts are short: if a session locks the journal, the operation must not wait for
    // it.
    Target journal =
        Journal.target(
            login.withSession(
                WaitLimits.lockTimeout(WaitLimits.SHORT),
                WaitLimits.statementTimeout(WaitLimits.JOURNAL)));
    try {
      Connection open = journal.admin().connect();
      recording.connection = open;
      JournalTrack.ensure(open, journal);
      recording.id = insert(open, operation, track, target, from, to);
    } catch (SQLException | RuntimeException e) {
      recording.problem = String.valueOf(e.getMessage());
    }
    return recording;
  }

  @Override
  public Optional<String> end(OperationOutcome outcome) {
    try (Connection open = connection) {
      if (open != null && problem == null) {
        write(open, outcome);
      }
    } catch (SQLException e) {
      problem = String.valueOf(e.getMessage());
    }
    return Optional.ofNullable(problem);
  }

  private void write(Connection open, OperationOutcome outcome) throws SQLException {
    switch (outcome) {
      case OperationOutcome.Done(Optional<Version> at) -> update(open, at, null, false);
      case OperationOutcome.Failed(Optional<Version> at, String error) ->
          update(open, at, error, false);
      case OperationOutcome.Unchanged(String error) ->
          update(open, Optional.of(from), error, false);
      case OperationOutcome.Unknown(String error) -> update(open, Optional.empty(), error, true);
    }
  }

  private static long insert(
      Connection open, String operation, Track track, Target target, Version from, Version to)
      throws SQLException {
    String sql =
        """
        INSERT INTO %s (operation, track, database_name, schema_name, from_version, to_version,
                        started_by, session_start)
        VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT backend_start FROM pg_catalog.pg_stat_activity
                                      WHERE pid = pg_backend_pid()))
        RETURNING id
        """
            .formatted(Journal.table());
    return Query.of(
            open,
            sql,
            operation,
            track.label(),
            target.admin().database().value(),
            target.schema().value(),
            from.toString(),
            to.toString(),
            System.getProperty("user.name"))
        .one(row -> row.getLong(1));
  }

  private void update(
      Connection open, Optional<Version> at, @Nullable String error, boolean isUnknown)
      throws SQLException {
    String sql =
        """
        UPDATE %s
        SET ended_at = clock_timestamp(), to_version = coalesce(?, to_version), error = ?,
            outcome_is_unknown = ?
        WHERE id = ?
        """
            .formatted(Journal.table());
    Query.of(open, sql, at.map(Version::toString), error, isUnknown, id).update();
  }
}
