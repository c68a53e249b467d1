package workshop.userauthtodo.session;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie with the token of a browser's session. No script can read it ({@code HttpOnly}), and
 * the form of another site does not send it ({@code SameSite}). Over TLS it is {@code Secure}, and
 * its name begins with {@code __Host-}: then a browser accepts it only from this very host, with
 * the path {@code /}, and a sibling domain cannot set it. Among other modules the path is the
 * module's prefix, which {@code __Host-} does not allow: there it is {@code __Secure-}.
 *
 * @param prefix of the module, empty where it is served alone
 */
public record SessionCookie(String prefix, Duration lifetime) {

  static final String NAME = "user_auth_session";

  public void set(Context ctx, Token token) {
    ctx.cookie(cookie(ctx, token.secret(), lifetime));
  }

  /** Makes the browser forget it. */
  public void clear(Context ctx) {
    ctx.cookie(cookie(ctx, "", Duration.ZERO));
  }

  Optional<String> read(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name(ctx)));
  }

  private Cookie cookie(Context ctx, String value, Duration maxAge) {
    Cookie cookie = new Cookie(name(ctx), value, prefix + "/", (int) maxAge.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    cookie.setSecure(isEncrypted(ctx));
    return cookie;
  }

  private String name(Context ctx) {
    if (!isEncrypted(ctx)) {
      return NAME;
    }
    return (prefix.isEmpty() ? "__Host-" : "__Secure-") + NAME;
  }

  /** Behind a proxy that ends TLS: it says so, and TRUST_PROXY=true lets it. */
  static boolean isEncrypted(Context ctx) {
    return ctx.scheme().equals("https");
  }
}
