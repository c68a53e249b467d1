package shareddb.web.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an error of the database means for the request that met it. */
enum DatabaseError {
  UNREACHABLE(
      ProblemType.UNAVAILABLE, "The database cannot be reached just now; try again in a moment"),
  POOL_EXHAUSTED(
      ProblemType.OVERLOADED, "All connections to the database are in use; try again in a moment"),
  COLLISION(
      ProblemType.OVERLOADED, "Another transaction was in the way; nothing was changed; try again"),
  STATEMENT_TIMEOUT(
      ProblemType.DATABASE_TIMEOUT,
      "A statement of this request took longer than it may, and was ended; nothing was changed"),
  SCHEMA_BEHIND(
      ProblemType.NOT_READY,
      "The schema lacks what this API needs: migrations are pending. Where it is served:"
          + "  make upgrade");

  /** Connection exceptions; insufficient resources; operator intervention, such as a shutdown. */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  /** Serialization failure, deadlock, and a lock that was not free in time. */
  private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "55P03");

  private static final String QUERY_CANCELED = "57014";

  /** An undefined table, column, function, type, or schema. */
  private static final Set<String> UNDEFINED = Set.of("42P01", "42703", "42883", "42704", "3F000");

  private final ProblemType type;
  private final String detail;

  DatabaseError(ProblemType type, String detail) {
    this.type = type;
    this.detail = detail;
  }

  /** Empty for an error that says nothing about the database itself. */
  static Optional<DatabaseError> of(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException && cause.getCause() == null) {
        return Optional.of(POOL_EXHAUSTED);
      }
      if (cause instanceof SQLTransientConnectionException) {
        return Optional.of(UNREACHABLE);
      }
      if (cause instanceof PSQLException sql && isWithoutGrant(sql)) {
        return Optional.of(SCHEMA_BEHIND);
      }
      if (cause instanceof SQLException sql) {
        Optional<DatabaseError> known = ofState(sql.getSQLState());
        if (known.isPresent()) {
          return known;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the role lacks a right that a migration grants: after a downgrade of all versions, for
   * example. A row that a policy refuses has the same state, but comes from another function.
   */
  private static boolean isWithoutGrant(PSQLException error) {
    ServerErrorMessage message = error.getServerErrorMessage();
    return "42501".equals(error.getSQLState())
        && message != null
        && "aclcheck_error".equals(message.getRoutine());
  }

  private static Optional<DatabaseError> ofState(@Nullable String state) {
    if (state == null || state.length() != 5) {
      return Optional.empty();
    }
    if (state.equals(QUERY_CANCELED)) {
      return Optional.of(STATEMENT_TIMEOUT);
    }
    if (COLLISIONS.contains(state)) {
      return Optional.of(COLLISION);
    }
    if (UNDEFINED.contains(state)) {
      return Optional.of(SCHEMA_BEHIND);
    }
    return AWAY.contains(state.substring(0, 2)) ? Optional.of(UNREACHABLE) : Optional.empty();
  }

  Problem problem(String instance) {
    return Problem.of(type, detail, instance);
  }
}
