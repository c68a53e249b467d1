package exercise;

import static exercise.db.Tables.OUTBOX;
import static exercise.db.Tables.USERS;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;

/** Sign-ups, and the events that analytics has to hear of. */
final class UserApi {

  record NewUser(String email) {}

  record Counts(int users, int events) {}

  private final DSLContext db;

  UserApi(DSLContext db) {
    this.db = db;
  }

  void routes(RoutesConfig routes) {
    routes.post("/users", this::signUp);
    routes.get("/counts", this::counts);
  }

  private void signUp(Context ctx) {
    String email = ctx.bodyAsClass(NewUser.class).email();
    try {
      tell(db, email);
      addUser(db, email);
    } catch (IntegrityConstraintViolationException e) {
      throw new ConflictResponse("This email cannot sign up");
    }
    ctx.status(201);
  }

  private static void addUser(DSLContext sql, String email) {
    sql.insertInto(USERS).set(USERS.EMAIL, email).execute();
  }

  private static void tell(DSLContext sql, String email) {
    sql.insertInto(OUTBOX)
        .set(OUTBOX.KIND, "signed_up")
        .set(OUTBOX.DOMAIN, email.substring(email.indexOf('@') + 1))
        .execute();
  }

  private void counts(Context ctx) {
    ctx.json(new Counts(db.fetchCount(USERS), db.fetchCount(OUTBOX)));
  }
}
