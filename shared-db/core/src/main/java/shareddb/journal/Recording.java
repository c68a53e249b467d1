package shareddb.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.migrate.Target;
import shareddb.settings.Login;
import shareddb.track.Track;
import shareddb.track.Version;

/**
 * One operation's entry. It is there from the moment in which the target begins to change, and its
 * session stays open: whoever is killed leaves an entry without an end. Nothing that goes wrong
 * with the journal goes wrong with the operation.
 */
public final class Recording implements AutoCloseable {

  private final Target journal;
  private final String operation;
  private final Track track;
  private final Target target;
  private @Nullable Connection connection;
  private Version from = Version.NONE;
  private long id;
  private @Nullable String problem;

  Recording(Login login, String operation, Track track, Target target) {
    // Whoever holds a lock on the journal must not hold up the operation.
    this.journal = Journal.target(login.withSession("lock_timeout=1s", "statement_timeout=5s"));
    this.operation = operation;
    this.track = track;
    this.target = target;
  }

  /** The target is about to change. */
  public void begins(Version from, Version to) {
    this.from = from;
    try {
      connection = journal.admin().connect();
      JournalTrack.ensure(connection, journal);
      id = insert(connection, from, to);
    } catch (SQLException | RuntimeException e) {
      problem = e.getMessage();
    }
  }

  /** It is as it was wanted, at this version. */
  public void done(Version at) {
    end(at, null);
  }

  /** It is as it was wanted. */
  public void done() {
    end(null, null);
  }

  /** All of it was taken back. */
  public void takenBack(String error) {
    end(from, error);
  }

  /** It did not get where it was wanted. */
  public void failed(Version at, String error) {
    end(at, error);
  }

  /** It did not get where it was wanted, and nobody knows how far it went. */
  public void failed(String error) {
    end(null, error);
  }

  /** What was wrong with the journal itself. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        problem = e.getMessage();
      }
    }
  }

  private long insert(Connection open, Version from, Version to) throws SQLException {
    String sql =
        """
        INSERT INTO %s (operation, track, database_name, schema_name, from_version, to_version,
                        started_by, session_start)
        VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT backend_start FROM pg_catalog.pg_stat_activity
                                      WHERE pid = pg_backend_pid()))
        RETURNING id
        """
            .formatted(Journal.table());
    try (PreparedStatement statement = open.prepareStatement(sql)) {
      statement.setString(1, operation);
      statement.setString(2, track.label());
      statement.setString(3, target.admin().database().value());
      statement.setString(4, target.schema().value());
      statement.setString(5, from.toString());
      statement.setString(6, to.toString());
      statement.setString(7, System.getProperty("user.name"));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Where nothing began, nothing was changed, and there is nothing to tell. */
  private void end(@Nullable Version at, @Nullable String error) {
    if (connection == null || problem != null) {
      return;
    }
    String sql =
        """
        UPDATE %s
        SET ended_at = clock_timestamp(), to_version = coalesce(?, to_version), error = ?
        WHERE id = ?
        """
            .formatted(Journal.table());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, at == null ? null : at.toString());
      statement.setString(2, error);
      statement.setLong(3, id);
      statement.executeUpdate();
    } catch (SQLException e) {
      problem = e.getMessage();
    }
  }
}
