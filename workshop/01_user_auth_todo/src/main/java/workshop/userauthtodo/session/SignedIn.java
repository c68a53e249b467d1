package workshop.userauthtodo.session;

import io.javalin.http.Context;
import java.util.Objects;

/** The user who sends a request, and the session that proves it. */
public record SignedIn(long userId, long sessionId) {

  private static final String ATTRIBUTE = "signed-in";

  /** For handlers of routes with the role {@link Access#SIGNED_IN}. */
  public static SignedIn user(Context ctx) {
    SignedIn user = ctx.attribute(ATTRIBUTE);
    return Objects.requireNonNull(user, "this route lacks the role SIGNED_IN");
  }

  void keepIn(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }
}
