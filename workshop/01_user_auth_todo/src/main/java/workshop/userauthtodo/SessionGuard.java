package workshop.userauthtodo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shareddb.web.Caller;
import shareddb.web.Caller.Page;
import shareddb.web.Cookie;
import shareddb.web.Guard;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.SecurityScheme;

/** Lets in who has a session: by a token in the header, or by a cookie in a browser. */
final class SessionGuard implements Guard<Who> {

  /** When a route refuses by {@link ProblemType#FORBIDDEN}. */
  static final String FOREIGN_PAGE = "The session is a cookie, and no page of this site asks.";

  private static final String COOKIE = "user_auth_session";
  private static final String BEARER = "bearer ";

  private static final List<SecurityScheme> SCHEMES =
      List.of(
          SecurityScheme.bearer("The token that a login answers with."),
          SecurityScheme.cookie(
              COOKIE, "Set by a login with \"cookie\": true; there is nothing to type in here."));

  private final SessionQueries sessions;
  private final Rules rules;

  SessionGuard(SessionQueries sessions, Rules rules) {
    this.sessions = sessions;
    this.rules = rules;
  }

  @Override
  public List<SecurityScheme> schemes() {
    return SCHEMES;
  }

  @Override
  public Who admit(Caller caller) {
    return token(caller)
        .flatMap(sessions::find)
        .map(this::used)
        .orElseThrow(
            () ->
                ProblemException.unauthenticated(
                    "There is no session: log in, and send Authorization: Bearer and the token"));
  }

  Cookie cookie(Token token) {
    return new Cookie(COOKIE, token.secret(), rules.end());
  }

  Cookie noCookie() {
    return Cookie.forgotten(COOKIE);
  }

  /**
   * A browser sends the cookie along whoever made it send the request, so what changes anything
   * must come from a page of ours. A header is sent by nobody unasked. Both together: the header.
   */
  private static Optional<Token> token(Caller caller) {
    Optional<String> header = caller.header("Authorization");
    if (header.isPresent()) {
      return header.flatMap(SessionGuard::bearer);
    }
    Optional<String> cookie = caller.cookie(COOKIE);
    if (cookie.isPresent() && caller.mayChange() && caller.page() != Page.OURS) {
      throw foreignPage();
    }
    return cookie.flatMap(Token::parse);
  }

  /** A page of somebody else's may not log its visitor in, either. */
  static void refuseForeignPage(Caller caller) {
    if (caller.page() == Page.FOREIGN) {
      throw foreignPage();
    }
  }

  private static ProblemException foreignPage() {
    return ProblemException.of(
        ProblemType.FORBIDDEN, "This request comes from no page of this site");
  }

  private static Optional<Token> bearer(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? Token.parse(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  /** Its expiry tells when it was last moved on: that is done once a minute, and not each time. */
  private Who used(SessionQueries.Found found) {
    Duration left = Duration.between(Instant.now(), found.expiresAt());
    if (left.compareTo(rules.idle().minus(SessionQueries.EXACTNESS)) < 0) {
      sessions.touch(found.who());
    }
    return found.who();
  }
}
