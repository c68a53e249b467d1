package workshop.userauthtodo.session;

import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * Which page made a browser send a request. A form on a page of another site can send a request
 * here, and the browser adds our cookie (cross-site request forgery). No script can set the two
 * headers that tell.
 */
enum RequestOrigin {
  OWN_PAGE,
  OTHER_PAGE,
  /** Neither header is there: an old browser, or a program such as curl. */
  UNKNOWN;

  static RequestOrigin of(Context ctx) {
    String site = SignIn.header(ctx, "Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") ? OWN_PAGE : OTHER_PAGE;
    }
    String origin = SignIn.header(ctx, Header.ORIGIN);
    return origin == null ? UNKNOWN : of(origin, ctx.host(), ctx.scheme());
  }

  /** The plugin AllowedHosts has checked the host by now: it is one of ours. */
  private static RequestOrigin of(String origin, @Nullable String host, String scheme) {
    return origin.equalsIgnoreCase(scheme + "://" + host) ? OWN_PAGE : OTHER_PAGE;
  }
}
