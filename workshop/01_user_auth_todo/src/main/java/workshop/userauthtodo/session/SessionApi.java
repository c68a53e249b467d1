package workshop.userauthtodo.session;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.field;
import static shareddb.web.doc.Doc.doc;
import static workshop.userauthtodo.db.Tables.SESSIONS;
import static workshop.userauthtodo.session.Access.SIGNED_IN;
import static workshop.userauthtodo.session.SignIn.signedIn;
import static workshop.userauthtodo.session.SignIn.signedInToChange;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import shareddb.web.Api;
import shareddb.web.doc.Page;

/** The routes of sessions: to log out, and to see and end the others. */
public final class SessionApi {

  private final OwnRows rows;
  private final Sessions sessions;
  private final SessionCookie cookie;

  public SessionApi(OwnRows rows, Sessions sessions, SessionCookie cookie) {
    this.rows = rows;
    this.sessions = sessions;
    this.cookie = cookie;
  }

  public void routes(Api api) {
    api.post(
        "/logout",
        this::logout,
        signedInToChange(doc("Log out: end this session").tag("account")),
        SIGNED_IN);
    api.get(
        "/sessions",
        this::list,
        signedIn(doc("List my sessions, newest first").answersPages(Session.class, Long.class)),
        SIGNED_IN);
    api.delete(
        "/sessions",
        this::endOthers,
        signedInToChange(doc("End all my other sessions")),
        SIGNED_IN);
    api.delete(
        "/sessions/{id}",
        this::end,
        signedInToChange(
            doc("End one of my sessions")
                .path("id", Long.class)
                .problem(404, "I have no such session.")),
        SIGNED_IN);
  }

  private void logout(Context ctx) {
    sessions.end(SignedIn.user(ctx));
    cookie.clear(ctx);
    ctx.status(HttpStatus.NO_CONTENT);
  }

  /** Without those that have expired and are only not yet removed. */
  private void list(Context ctx) {
    SignedIn user = SignedIn.user(ctx);
    long before = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(Long.MAX_VALUE);
    List<Session> all =
        rows.of(
            user.userId(),
            sql ->
                sql.select(
                        SESSIONS.ID,
                        SESSIONS.DEVICE,
                        SESSIONS.CREATED_AT,
                        SESSIONS.LAST_SEEN_AT,
                        SESSIONS.EXPIRES_AT,
                        field(SESSIONS.ID.eq(user.sessionId())))
                    .from(SESSIONS)
                    .where(
                        SESSIONS.USER_ID.eq(user.userId()),
                        SESSIONS.EXPIRES_AT.gt(currentInstant()))
                    .orderBy(SESSIONS.ID.desc())
                    .seek(before)
                    .limit(Page.limit(ctx) + 1)
                    .fetch(mapping(Session::new)));
    ctx.json(Page.of(ctx, all, Session::id));
  }

  private void endOthers(Context ctx) {
    SignedIn user = SignedIn.user(ctx);
    rows.of(
        user.userId(),
        sql ->
            sql.deleteFrom(SESSIONS)
                .where(SESSIONS.USER_ID.eq(user.userId()), SESSIONS.ID.ne(user.sessionId()))
                .execute());
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void end(Context ctx) {
    SignedIn user = SignedIn.user(ctx);
    long id = ctx.pathParamAsClass("id", Long.class).get();
    int ended =
        rows.of(
            user.userId(),
            sql ->
                sql.deleteFrom(SESSIONS)
                    .where(SESSIONS.USER_ID.eq(user.userId()), SESSIONS.ID.eq(id))
                    .execute());
    if (ended == 0) {
      throw new NotFoundResponse("There is no session " + id + " of yours");
    }
    ctx.status(HttpStatus.NO_CONTENT);
  }
}
