package shareddb.migrate.lock;

import java.time.Duration;
import shareddb.base.track.Target;

/**
 * A session that keeps an operation waiting.
 *
 * @param state what it does now: {@code idle in transaction} is a forgotten one
 * @param query what it runs, or ran last
 * @param age since when its transaction is open; where it has none, since when it is connected
 */
public record Blocker(
    int pid, String user, String application, String state, String query, Duration age) {

  private static final int LONGEST_QUERY = 120;

  /** Which session it is. */
  public String who() {
    return "%s of user %s (session %d)"
        .formatted(application.isEmpty() ? "a session" : application, user, pid);
  }

  /** What it does, since when, and its query, on one line. */
  public String activity() {
    String since = state.equals("idle") ? "connected for " : "its transaction open for ";
    return "it is " + state + ", " + since + duration() + "; its query: " + shown();
  }

  /** All of it, on one line: why a target was given up. */
  public String holdsALock() {
    return who() + " holds a lock: " + activity();
  }

  /** The same of one that has a target for itself. */
  public String worksOn(Target target) {
    return who() + " works on schema " + target.schema().quoted() + ": " + activity();
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
