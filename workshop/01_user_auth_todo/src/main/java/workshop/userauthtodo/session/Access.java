package workshop.userauthtodo.session;

import io.javalin.security.RouteRole;

/** Who may use a route: Javalin's roles, given to {@code api.get(…)} and checked by SignIn. */
public enum Access implements RouteRole {
  ANYONE,
  SIGNED_IN
}
