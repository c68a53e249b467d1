package workshop.userauthtodo.session;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.web.Api;
import shareddb.web.doc.Doc;
import shareddb.web.doc.SecurityScheme;

/**
 * Lets a request pass that has a session: by a token in the header, or by a cookie in a browser. A
 * {@code beforeMatched} handler of Javalin's: it runs before the handler of each route, and sees
 * the route's roles.
 */
public final class SignIn {

  private static final String BEARER = "bearer ";

  private final Sessions sessions;
  private final SessionCookie cookie;

  public SignIn(Sessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  public void addTo(Api api) {
    api.config().routes.before(api.prefix() + "/*", SignIn::keepEncrypted);
    api.beforeMatched(this::check);
    api.afterMatched(SignIn::challenge);
  }

  /** The documentation of a route with the role {@link Access#SIGNED_IN}. */
  public static Doc signedIn(Doc doc) {
    return doc.secured(
        SecurityScheme.bearer("The token that a login answers with."),
        SecurityScheme.cookie(
            SessionCookie.NAME,
            "Set by a login with \"cookie\": true; there is nothing to type in here. Over TLS its"
                + " name begins with __Host-."));
  }

  /** The documentation of a route that changes something, too. */
  public static Doc signedInToChange(Doc doc) {
    return signedIn(doc)
        .problem(403, "The session is a cookie, and no page of this site sends the request.");
  }

  /** The page of another site may not log its visitor in, either. */
  public static void refuseOtherPage(Context ctx) {
    if (RequestOrigin.of(ctx) == RequestOrigin.OTHER_PAGE) {
      throw otherPage();
    }
  }

  /** The session that a request shows, where it is valid. */
  public Optional<SignedIn> find(Context ctx) {
    return token(ctx).flatMap(sessions::find);
  }

  private void check(Context ctx) {
    if (ctx.routeRoles().contains(Access.SIGNED_IN)) {
      refuseForgery(ctx);
      find(ctx)
          .orElseThrow(
              () ->
                  new UnauthorizedResponse(
                      "There is no session: log in, and send Authorization: Bearer and the token"))
          .keepIn(ctx);
    }
  }

  /** A browser that has come over TLS once must not come without it for a year. */
  private static void keepEncrypted(Context ctx) {
    if (SessionCookie.isEncrypted(ctx)) {
      ctx.header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /** Every 401 names the way to sign in, as HTTP wants it. */
  private static void challenge(Context ctx) {
    if (ctx.status() == HttpStatus.UNAUTHORIZED) {
      ctx.header(Header.WWW_AUTHENTICATE, "Bearer");
    }
  }

  /**
   * A browser sends the cookie with every request, whichever page causes it; so a change must come
   * from a page of ours. No browser sends the header by itself.
   */
  private void refuseForgery(Context ctx) {
    boolean byCookie = header(ctx, Header.AUTHORIZATION) == null && cookie.read(ctx).isPresent();
    boolean reads = ctx.method().name().equals("GET") || ctx.method().name().equals("HEAD");
    if (byCookie && !reads && RequestOrigin.of(ctx) != RequestOrigin.OWN_PAGE) {
      throw otherPage();
    }
  }

  /** With both a header and a cookie, the header counts. */
  private Optional<Token> token(Context ctx) {
    String header = header(ctx, Header.AUTHORIZATION);
    if (header == null) {
      return cookie.read(ctx).flatMap(Token::parse);
    }
    return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? Token.parse(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private static ForbiddenResponse otherPage() {
    return new ForbiddenResponse("This request comes from no page of this site");
  }

  /** A header that is there twice is refused: a proxy may have checked one, and we the other. */
  static @Nullable String header(Context ctx, String name) {
    List<String> values = Collections.list(ctx.req().getHeaders(name));
    if (values.size() > 1) {
      throw new BadRequestResponse(
          name + " is there more than once, and only one of them can be meant");
    }
    return values.isEmpty() ? null : values.getFirst();
  }
}
