package workshop.userauthtodo;

import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import shareddb.web.Database;

/** The database as one user sees it: the policies of the migrations let through no other rows. */
final class OwnRows {

  private static final String SETTING = "app.user_id";

  private final Database database;

  OwnRows(Database database) {
    this.database = database;
  }

  /** One transaction in the name of a user. */
  <T> T of(long userId, Function<DSLContext, T> work) {
    return database.inTransaction(Map.of(SETTING, String.valueOf(userId)), work);
  }
}
