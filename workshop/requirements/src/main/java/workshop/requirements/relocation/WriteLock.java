package workshop.requirements.relocation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import org.jooq.DSLContext;
import shareddb.base.names.WriteLockName;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;

/**
 * The advisory lock that every writing request takes as a shared lock, so that a relocation, which
 * takes it exclusively, can block writes to one tenant while it copies the rows.
 */
public final class WriteLock {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private WriteLock() {}

  /** Holds the lock until the transaction ends, or answers 503 while a relocation has it. */
  public static void take(DSLContext sql, WriteLockName name) {
    boolean free =
        sql.select(
                field(
                    "pg_catalog.pg_try_advisory_xact_lock_shared("
                        + "pg_catalog.hashtextextended({0}, 0))",
                    Boolean.class, val(name.value())))
            .fetchSingle()
            .value1();
    if (!free) {
      throw moving();
    }
  }

  /** The answer while the rows are on their way from one pattern to the other. */
  public static RetryLater moving() {
    return new RetryLater(
        ProblemType.NOT_READY,
        "The project is moving just now, and nothing was written; try again in a moment",
        PAUSE);
  }
}
