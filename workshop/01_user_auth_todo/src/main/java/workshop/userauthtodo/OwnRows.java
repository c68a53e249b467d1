package workshop.userauthtodo;

import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import shareddb.web.Database;
import shareddb.web.ProblemException;

/** The database as one user sees it: the policies of the migrations let through no other rows. */
final class OwnRows {

  private static final String SETTING = "app.user_id";

  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final Database database;

  OwnRows(Database database) {
    this.database = database;
  }

  static ProblemException accountGone() {
    return ProblemException.unauthenticated("There is no such account any more");
  }

  /** One transaction in the name of a user. */
  <T> T of(long userId, Function<DSLContext, T> work) {
    try {
      return database.inTransaction(Map.of(SETTING, String.valueOf(userId)), work);
    } catch (IntegrityConstraintViolationException e) {
      // The only foreign key of these rows is the one to their user: deleted a moment ago.
      throw FOREIGN_KEY_VIOLATION.equals(e.sqlState()) ? accountGone() : e;
    }
  }
}
