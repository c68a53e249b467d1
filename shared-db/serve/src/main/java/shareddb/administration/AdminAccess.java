package shareddb.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.security.RouteRole;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.base.settings.AdminKey;
import shareddb.web.doc.SecurityScheme;

/**
 * Lets a request to a route with the role {@link AdminRole#ADMINISTRATOR} in if it shows the
 * administrators' key. No tenant's key is one.
 */
final class AdminAccess {

  /** The role that all routes of the administration ask for. */
  enum AdminRole implements RouteRole {
    ADMINISTRATOR
  }

  static final SecurityScheme SCHEME =
      SecurityScheme.header("X-Admin-Key", "The key of the tenants' administrators.");

  private static final Logger log = LoggerFactory.getLogger(AdminAccess.class);

  private final byte[] key;

  AdminAccess(AdminKey key) {
    this.key = key.secret().reveal().getBytes(UTF_8);
  }

  /** Runs before the handlers of all routes of the module. */
  void check(Context ctx) {
    if (!ctx.routeRoles().contains(AdminRole.ADMINISTRATOR)) {
      return;
    }
    String shown = ctx.header(SCHEME.name());
    // It takes the same time, however much of a wrong key is right.
    if (shown != null && MessageDigest.isEqual(key, shown.getBytes(UTF_8))) {
      return;
    }
    if (shown != null) {
      log.warn("a wrong admin key from {}: {} {}", ctx.ip(), ctx.method(), route(ctx));
    }
    ctx.header(Header.WWW_AUTHENTICATE, SCHEME.name());
    throw new UnauthorizedResponse(
        "Show the administrators' key in "
            + SCHEME.name()
            + "; where this is served,  ./db tenants admin-key  prints it");
  }

  /** As it is declared: a path could hold anything, also line breaks. */
  private static String route(Context ctx) {
    return ctx.endpoints().matchedHttpEndpoint().path;
  }
}
