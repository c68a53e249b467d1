package workshop.userauthtodo;

import java.time.Duration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener of jOOQ's that logs each statement that takes long, without its values: they are
 * people's emails, and digests of their passwords and tokens.
 */
final class SlowStatements implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(SlowStatements.class);

  private static final String BEGUN = "slow-statements-begun";

  private final long limitMillis;

  SlowStatements(Duration limit) {
    limitMillis = limit.toMillis();
  }

  @Override
  public void executeStart(ExecuteContext ctx) {
    ctx.data(BEGUN, System.nanoTime());
  }

  /** Also behind a statement that failed, for instance by its timeout. */
  @Override
  public void end(ExecuteContext ctx) {
    if (ctx.data(BEGUN) instanceof Long begun) {
      long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      if (millis >= limitMillis) {
        log.warn("slow statement, {} ms: {}", millis, ctx.sql());
      }
    }
  }
}
