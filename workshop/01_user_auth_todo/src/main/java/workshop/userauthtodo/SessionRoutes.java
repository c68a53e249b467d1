package workshop.userauthtodo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.web.Caller;
import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Routes;

/** The routes of sessions: to log in, to log out, and to see where else one is logged in. */
final class SessionRoutes {

  private static final Param<Long> ID = Param.path("id", ParamType.id(), "Which session.");

  private final Accounts accounts;
  private final SessionQueries sessions;
  private final SessionGuard guard;

  SessionRoutes(Accounts accounts, SessionQueries sessions, SessionGuard guard) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.guard = guard;
  }

  void declare(Routes routes) {
    routes
        .post("/login", "Log in")
        .notes("With \"cookie\": true the token is in a cookie that no script can read.")
        .fails(ProblemType.UNAUTHENTICATED, "The email or the password is wrong.")
        .fails(ProblemType.FORBIDDEN, "A page of another site asks.")
        .fails(
            ProblemType.TOO_MANY_REQUESTS, "Tried too often; Retry-After says when to try again.")
        .fails(ProblemType.OVERLOADED, "Too many passwords are being checked just now.")
        .takes(Login.class)
        .answers(OpenedSession.class, this::login);
    routes
        .post("/logout", "Log out: end this session")
        .guardedBy(guard)
        .fails(ProblemType.FORBIDDEN, SessionGuard.FOREIGN_PAGE)
        .answersNothing(this::logout);
    routes
        .get("/sessions", "List my sessions, newest first")
        .guardedBy(guard)
        .answersPages(
            Session.class,
            new Keyset<>(Long.class, Session::id),
            (request, page) -> sessions.list(request.get(guard), page));
    routes
        .delete("/sessions", "End all my other sessions")
        .guardedBy(guard)
        .fails(ProblemType.FORBIDDEN, SessionGuard.FOREIGN_PAGE)
        .answersNothing(request -> sessions.revokeOthers(request.get(guard)));
    routes
        .delete("/sessions/{id}", "End one of my sessions")
        .with(ID)
        .guardedBy(guard)
        .fails(ProblemType.FORBIDDEN, SessionGuard.FOREIGN_PAGE)
        .fails(ProblemType.NOT_FOUND, "There is no session of mine of this id.")
        .answersNothing(this::revoke);
  }

  private OpenedSession login(Request request, Login login) {
    Caller caller = request.caller();
    SessionGuard.refuseForeignPage(caller);
    Accounts.Opened opened = accounts.login(login, caller.address(), device(login, caller));
    boolean inCookie = Boolean.TRUE.equals(login.cookie().orElse(false));
    if (inCookie) {
      request.set(guard.cookie(opened.token()));
    }
    return new OpenedSession(
        opened.session().id(),
        inCookie ? null : opened.token().secret(),
        opened.session().expiresAt());
  }

  private void logout(Request request) {
    Who who = request.get(guard);
    sessions.revoke(who, who.sessionId());
    request.set(guard.noCookie());
  }

  private void revoke(Request request) {
    if (!sessions.revoke(request.get(guard), request.get(ID))) {
      throw ProblemException.of(
          ProblemType.NOT_FOUND, "There is no session " + request.get(ID) + " of yours");
    }
  }

  private static @Nullable String device(Login login, Caller caller) {
    String said = login.device().orElse(null);
    return said != null ? said : userAgent(caller).orElse(null);
  }

  /** Cut to what the column holds; a header is what HTTP lets through, and no NUL is in it. */
  private static Optional<String> userAgent(Caller caller) {
    return caller
        .header("User-Agent")
        .map(text -> text.substring(0, Math.min(text.length(), Session.MAX_DEVICE)))
        .filter(text -> !text.isBlank());
  }
}
