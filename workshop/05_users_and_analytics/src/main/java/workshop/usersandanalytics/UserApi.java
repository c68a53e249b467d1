package workshop.usersandanalytics;

import static org.jooq.Records.mapping;
import static shareddb.web.doc.Doc.doc;
import static workshop.usersandanalytics.db.users.Tables.USERS;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import shareddb.web.Api;
import shareddb.web.doc.Page;

/**
 * The API of users. It works while analytics is away: that each change is told there is the work of
 * the database's triggers, see V2 and V3 of the track {@code users}.
 */
final class UserApi {

  private static final String UNKNOWN = "There is no user with this id.";
  private static final String TAKEN = "Another user has this email.";

  private final DSLContext users;

  UserApi(DSLContext users) {
    this.users = users;
  }

  void routes(Api api) {
    api.get(
        "/users", this::list, doc("List users, newest first").answersPages(User.class, Long.class));
    api.post(
        "/users",
        this::signUp,
        doc("Sign up").takes(UserEmail.EXAMPLE).creates(User.class).problem(409, TAKEN));
    api.get(
        "/users/{id}",
        this::show,
        doc("Show a user").path("id", Long.class).answers(User.class).problem(404, UNKNOWN));
    api.patch(
        "/users/{id}",
        this::change,
        doc("Change the email")
            .path("id", Long.class)
            .takes(UserEmail.EXAMPLE)
            .answers(User.class)
            .problem(404, UNKNOWN)
            .problem(409, TAKEN));
    api.delete(
        "/users/{id}", this::leave, doc("Leave").path("id", Long.class).problem(404, UNKNOWN));
  }

  private void list(Context ctx) {
    long before = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(Long.MAX_VALUE);
    List<User> page =
        users
            .select(USERS.ID, USERS.EMAIL, USERS.CREATED_AT)
            .from(USERS)
            .orderBy(USERS.ID.desc())
            .seek(before)
            .limit(Page.limit(ctx) + 1)
            .fetch(mapping(User::new));
    ctx.json(Page.of(ctx, page, User::id));
  }

  private void show(Context ctx) {
    ctx.json(
        users
            .select(USERS.ID, USERS.EMAIL, USERS.CREATED_AT)
            .from(USERS)
            .where(USERS.ID.eq(id(ctx)))
            .fetchOptional(mapping(User::new))
            .orElseThrow(UserApi::unknown));
  }

  /** ON CONFLICT DO NOTHING returns no row where the email is taken. */
  private void signUp(Context ctx) {
    Email email = ctx.bodyAsClass(UserEmail.class).parsed();
    User user =
        users
            .insertInto(USERS)
            .set(USERS.EMAIL, email.value())
            .onConflictDoNothing()
            .returningResult(USERS.ID, USERS.EMAIL, USERS.CREATED_AT)
            .fetchOptional(mapping(User::new))
            .orElseThrow(() -> taken(email));
    ctx.status(HttpStatus.CREATED).header(Header.LOCATION, ctx.path() + "/" + user.id()).json(user);
  }

  /** An UPDATE has no ON CONFLICT: the violated constraint is jOOQ's exception. */
  private void change(Context ctx) {
    Email email = ctx.bodyAsClass(UserEmail.class).parsed();
    try {
      ctx.json(
          users
              .update(USERS)
              .set(USERS.EMAIL, email.value())
              .where(USERS.ID.eq(id(ctx)))
              .returningResult(USERS.ID, USERS.EMAIL, USERS.CREATED_AT)
              .fetchOptional(mapping(User::new))
              .orElseThrow(UserApi::unknown));
    } catch (IntegrityConstraintViolationException e) {
      throw taken(email);
    }
  }

  private void leave(Context ctx) {
    if (users.deleteFrom(USERS).where(USERS.ID.eq(id(ctx))).execute() == 0) {
      throw unknown();
    }
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private static long id(Context ctx) {
    return ctx.pathParamAsClass("id", Long.class).get();
  }

  private static NotFoundResponse unknown() {
    return new NotFoundResponse(UNKNOWN);
  }

  private static ConflictResponse taken(Email email) {
    return new ConflictResponse("There is a user with the email " + email);
  }
}
