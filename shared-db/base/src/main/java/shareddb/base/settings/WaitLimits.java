package shareddb.base.settings;

import java.time.Duration;

/** How long the tool waits. No statement of the tool waits for a lock without a limit. */
public final class WaitLimits {

  /** How long a statement may take that only reads, such as a catalog, a history or the journal. */
  public static final Duration READ = Duration.ofSeconds(60);

  /**
   * The default for a lock that a statement needs: for example, reading a catalog, a history or the
   * journal.
   */
  public static final Duration STATEMENT = Duration.ofSeconds(3);

  /** For a lock behind which requests or the operation itself would wait. */
  public static final Duration SHORT = Duration.ofSeconds(1);

  /** How long a statement on the journal may take, because an operation waits for it. */
  public static final Duration JOURNAL = Duration.ofSeconds(5);

  /** For each try to change a target. It is short, because other sessions queue behind it. */
  public static final Duration TRY = Duration.ofMillis(300);

  /** How long a change is tried again, if the command line has no other limit. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** For another process that makes something for both, such as a template database of tests. */
  public static final Duration MAKING = Duration.ofMinutes(3);

  private WaitLimits() {}

  /** The limit of a statement as a session setting. */
  public static String statementTimeout(Duration limit) {
    return "statement_timeout=" + limit.toMillis();
  }

  /** The limit of waiting for a lock as a session setting. */
  public static String lockTimeout(Duration limit) {
    return "lock_timeout=" + Math.max(1, limit.toMillis());
  }
}
