package shareddb.migrate.script;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import shareddb.base.jdbc.LostConnection;
import shareddb.migrate.lock.LockRetries;

/** The error with which Postgres refused a statement. */
public record StatementError(
    String sqlState, String message, Optional<String> detail, Optional<String> hint) {

  /** Whether a lock was missing, so that another try may succeed. */
  public boolean isForLock() {
    return LockRetries.isForLock(sqlState);
  }

  /** Whether the connection broke. Then the session's last change may be done or not. */
  public boolean isOfLostSession() {
    return LostConnection.isMeantBy(sqlState);
  }

  /** The error on one line. */
  public String line() {
    return message + " (SQLSTATE " + sqlState + ")";
  }

  public static StatementError of(SQLException error) {
    Optional<ServerErrorMessage> server =
        error instanceof PSQLException postgres
            ? Optional.ofNullable(postgres.getServerErrorMessage())
            : Optional.empty();
    return new StatementError(
        Optional.ofNullable(error.getSQLState()).orElse("?????"),
        server
            .flatMap(said -> Optional.ofNullable(said.getMessage()))
            .or(() -> Optional.ofNullable(error.getMessage()))
            .orElse("no reason given"),
        server.flatMap(said -> Optional.ofNullable(said.getDetail())),
        server.flatMap(said -> Optional.ofNullable(said.getHint())));
  }
}
