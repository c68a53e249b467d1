package shareddb.base.settings;

import java.time.Duration;

/**
 * For how long the tool waits for a lock, in one place: no statement of it waits without a limit.
 */
public final class WaitLimits {

  /** A statement for which nothing else is said: to read a catalog, a history, the journal. */
  public static final Duration STATEMENT = Duration.ofSeconds(3);

  /** Each try to change a target: requests of others queue up behind it. */
  public static final Duration TRY = Duration.ofMillis(300);

  /** For so long a change is tried again, where the command line does not say otherwise. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private WaitLimits() {}

  /** As a setting of a session. */
  public static String lockTimeout(Duration limit) {
    return "lock_timeout=" + Math.max(1, limit.toMillis());
  }
}
