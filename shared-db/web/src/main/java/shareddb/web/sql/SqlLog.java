package shareddb.web.sql;

import java.time.Duration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener of jOOQ's that logs every statement with its values and its time, where {@code
 * SQL_LOG=1} is set in the environment.
 */
public final class SqlLog implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger("sql");

  private static final boolean ON = "1".equals(System.getenv("SQL_LOG"));

  private static final String BEGUN = "sql-log-begun";

  @Override
  public void executeStart(ExecuteContext ctx) {
    if (ON) {
      ctx.data(BEGUN, System.nanoTime());
    }
  }

  @Override
  public void end(ExecuteContext ctx) {
    if (ON && ctx.data(BEGUN) instanceof Long begun) {
      double millis = (System.nanoTime() - begun) / (double) Duration.ofMillis(1).toNanos();
      log.info("{} ms  {}", "%.1f".formatted(millis), text(ctx));
    }
  }

  /** With the values in it where jOOQ made the statement. */
  private static String text(ExecuteContext ctx) {
    Query query = ctx.query();
    return query == null ? String.valueOf(ctx.sql()) : ctx.dsl().renderInlined(query);
  }
}
