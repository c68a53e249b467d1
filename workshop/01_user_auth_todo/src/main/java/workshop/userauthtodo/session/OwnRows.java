package workshop.userauthtodo.session;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.javalin.http.UnauthorizedResponse;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;

/**
 * The database as one user sees it. The policies of {@code V5__row_level_security.sql} let through
 * the rows of the user in the setting {@code app.user_id}, and no others.
 */
public final class OwnRows {

  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final DSLContext db;

  public OwnRows(DSLContext db) {
    this.db = db;
  }

  /** One transaction in the name of a user. */
  public <T> T of(long userId, Function<DSLContext, T> work) {
    try {
      return db.transactionResult(
          transaction -> {
            DSLContext sql = transaction.dsl();
            // As SET LOCAL: Postgres forgets it at the end of this transaction.
            sql.select(
                    field(
                        "set_config('app.user_id', {0}, true)",
                        String.class, val(String.valueOf(userId))))
                .fetch();
            return work.apply(sql);
          });
    } catch (IntegrityConstraintViolationException e) {
      // The only foreign key of these rows is the one to their user, deleted a moment ago.
      throw FOREIGN_KEY_VIOLATION.equals(e.sqlState()) ? accountGone() : e;
    }
  }

  public static UnauthorizedResponse accountGone() {
    return new UnauthorizedResponse("There is no such account any more");
  }
}
