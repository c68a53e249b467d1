package shareddb.base.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The cause of a database error, derived from its SQLSTATE. No other class decides it. */
public enum ErrorCause {
  /** The statement itself or the data in the database; also an error without a SQLSTATE. */
  STATEMENT(""),
  DISK_FULL("the server's disk is full"),
  OUT_OF_MEMORY("the server has no memory left for it"),
  TOO_MANY_CONNECTIONS("the server takes no more connections"),
  CANCELLED("the statement was cancelled, by a limit (statement_timeout) or by another session"),
  SESSION_LIMIT("a limit of the session's time ended it"),
  SESSION_ENDED("the session was ended, by another session or by a stop of the server"),
  CONFLICT("another transaction changed the same rows at the same time"),
  LOCKED("another session holds a lock that is needed, for longer than the limit of waiting"),
  READ_ONLY("the server takes no changes: it is read-only"),
  UNREACHABLE("the server does not answer"),
  LOGIN_REFUSED("the server refuses the login"),
  NO_SUCH_DATABASE("the database is not there");

  private final String meaning;

  ErrorCause(String meaning) {
    this.meaning = meaning;
  }

  /** The cause in words. Empty if the message of Postgres is enough. */
  public String meaning() {
    return meaning;
  }

  public static ErrorCause of(SQLException error) {
    return of(error.getSQLState());
  }

  public static ErrorCause of(@Nullable String sqlState) {
    return switch (sqlState == null ? "" : sqlState) {
      case "53100" -> DISK_FULL;
      case "53200" -> OUT_OF_MEMORY;
      case "53300" -> TOO_MANY_CONNECTIONS;
      case "57014" -> CANCELLED;
      // Limits on idle time in a transaction, on a whole transaction, and on idle time outside
      // of one.
      case "25P03", "25P04", "57P05" -> SESSION_LIMIT;
      case "57P01", "57P02" -> SESSION_ENDED;
      case "40001", "40P01" -> CONFLICT;
      case "55P03" -> LOCKED;
      case "25006" -> READ_ONLY;
      case "57P03" -> UNREACHABLE;
      case "3D000" -> NO_SUCH_DATABASE;
      case String state when state.startsWith("08") -> UNREACHABLE;
      case String state when state.startsWith("28") -> LOGIN_REFUSED;
      default -> STATEMENT;
    };
  }
}
