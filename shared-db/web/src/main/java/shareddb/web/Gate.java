package shareddb.web;

import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import shareddb.base.names.WriteLockName;

/**
 * What a transaction that writes finds where it comes in. Whoever moves the rows elsewhere shuts
 * the gate; who found it open is waited for.
 */
public enum Gate {
  OPEN,
  SHUT;

  private static final Duration SOON = Duration.ofSeconds(1);

  /**
   * Held until the transaction ends. It comes before anything is read: what says where the rows are
   * may change until then.
   */
  public static Gate found(DSLContext sql, WriteLockName name) {
    String lock =
        "SELECT pg_catalog.pg_try_advisory_xact_lock_shared(pg_catalog.hashtextextended({0}, 0))";
    return sql.resultQuery(lock, DSL.val(name.value())).fetchSingleInto(Boolean.class)
        ? OPEN
        : SHUT;
  }

  /** Ends the request where it is shut. */
  public void pass() {
    if (this == SHUT) {
      throw moving();
    }
  }

  /** For whoever comes too late to write there, and too early to know where else. */
  public static ProblemException moving() {
    return ProblemException.retryAfter(
        ProblemType.NOT_READY,
        "It is moving just now, and nothing was written; try again in a moment",
        SOON);
  }
}
