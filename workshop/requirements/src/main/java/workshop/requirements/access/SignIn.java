package workshop.requirements.access;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.UnauthorizedResponse;
import java.util.Objects;
import java.util.Optional;
import shareddb.web.doc.SecurityScheme;
import workshop.requirements.Email;

/**
 * Believes the header {@code X-User}: these modules are about what a person may see, and module 01
 * shows how a login proves who the person is. A proxy that has checked the login sets the header.
 */
public final class SignIn {

  /** For the documentation of a route. */
  public static final SecurityScheme SCHEME =
      SecurityScheme.header(SignIn.HEADER, "The email of the person who sends the request.");

  private static final String HEADER = "X-User";

  private SignIn() {}

  /** A handler for {@code beforeMatched}: it keeps the person for the handlers behind it. */
  public static void check(Context ctx) {
    Email person =
        Optional.ofNullable(ctx.header(HEADER))
            .flatMap(Email::parse)
            .orElseThrow(
                () -> refused(ctx, HEADER, "Say who you are: " + HEADER + ": ada@example.org"));
    ctx.attribute(HEADER, person);
  }

  /** The person who sends this request. */
  public static Email person(Context ctx) {
    return Objects.requireNonNull(ctx.<Email>attribute(HEADER));
  }

  /** A 401 that names the header which is missing or wrong. */
  public static UnauthorizedResponse refused(Context ctx, String header, String detail) {
    ctx.header(Header.WWW_AUTHENTICATE, header);
    return new UnauthorizedResponse(detail);
  }
}
