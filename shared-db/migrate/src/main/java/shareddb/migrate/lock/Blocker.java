package shareddb.migrate.lock;

import java.time.Duration;
import java.util.Optional;
import shareddb.base.track.Target;

/**
 * A session that blocks an operation, or a prepared transaction, which has no session.
 *
 * @param state its state in pg_stat_activity; {@code idle in transaction} is usually a forgotten
 *     transaction
 * @param query its current query, or its last one
 * @param age how long its transaction is open; without a transaction, how long it is connected
 * @param prepared the name of the prepared transaction
 */
public record Blocker(
    int pid,
    String user,
    String application,
    String state,
    String query,
    Duration age,
    Optional<String> prepared) {

  private static final int LONGEST_QUERY = 120;

  /** The session's application, user and process id. */
  public String who() {
    if (prepared.isPresent()) {
      return "the prepared transaction %s of user %s".formatted(literal(), user);
    }
    return "%s of user %s (session %d)"
        .formatted(application.isEmpty() ? "a session" : application, user, pid);
  }

  /** The session's state, its age and its query, on one line. */
  public String activity() {
    if (prepared.isPresent()) {
      return "prepared " + duration() + " ago, it waits for COMMIT PREPARED or ROLLBACK PREPARED";
    }
    String since = state.equals("idle") ? "connected for " : "its transaction open for ";
    return "it is " + state + ", " + since + duration() + "; its query: " + shown();
  }

  /** The session and its activity on one line, for an operation that gave up on a lock. */
  public String holdsALock() {
    return who() + " holds a lock: " + activity();
  }

  /** The session and its activity on one line, for a session that holds the target's lock. */
  public String worksOn(Target target) {
    return who() + " works on schema " + target.schema().quoted() + ": " + activity();
  }

  /** The statement that ends it. */
  public String end() {
    return prepared.isPresent()
        ? "ROLLBACK PREPARED " + literal()
        : "SELECT pg_terminate_backend(" + pid + ")";
  }

  private String literal() {
    return "'" + prepared.orElse("").replace("'", "''") + "'";
  }

  private String duration() {
    if (age.toSeconds() < 120) {
      return age.toSeconds() + " s";
    }
    return age.toMinutes() < 120 ? age.toMinutes() + " min" : age.toHours() + " h";
  }

  private String shown() {
    String line = query.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_QUERY ? line : line.substring(0, LONGEST_QUERY - 1) + "...";
  }
}
