package shareddb.migrate.script;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import shareddb.base.jdbc.LostConnection;
import shareddb.migrate.lock.LockRetries;

/** What Postgres said to a statement it refused. */
public record StatementError(
    String sqlState, String message, Optional<String> detail, Optional<String> hint) {

  /** Whether it is a lock that could not be had, so that another try may go through. */
  public boolean isForLock() {
    return LockRetries.isForLock(sqlState);
  }

  /** Whether the connection broke: what the session did last may be done or not. */
  public boolean isOfLostSession() {
    return LostConnection.isMeantBy(sqlState);
  }

  /** On one line. */
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
