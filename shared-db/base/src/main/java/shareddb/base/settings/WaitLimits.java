package shareddb.base.settings;

import java.time.Duration;

/** How long the tool waits for a lock. No statement of the tool waits without a limit. */
public final class WaitLimits {

  /** The default for a statement: for example, reading a catalog, a history or the journal. */
  public static final Duration STATEMENT = Duration.ofSeconds(3);

  /** For each try to change a target. It is short, because other sessions queue behind it. */
  public static final Duration TRY = Duration.ofMillis(300);

  /** How long a change is tried again, if the command line has no other limit. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private WaitLimits() {}

  /** The limit as a session setting. */
  public static String lockTimeout(Duration limit) {
    return "lock_timeout=" + Math.max(1, limit.toMillis());
  }
}
