package workshop.requirements;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.security.RouteRole;
import java.util.Locale;

/**
 * What a member may do in a project. A role includes the roles before it. Each route in a project
 * names the least role that it takes.
 */
public enum Role implements RouteRole {
  /** Reads. */
  VIEWER,
  /** Writes requirements and groups. */
  EDITOR,
  /** Adds, changes and removes members. */
  OWNER;

  /** Whether a route is one of a person: it has a role. Pages such as {@code /health} have none. */
  public static boolean isNeeded(Context ctx) {
    return ctx.routeRoles().stream().anyMatch(Role.class::isInstance);
  }

  /** The least role that the route of this request takes. */
  public static Role needed(Context ctx) {
    return (Role)
        ctx.routeRoles().stream().filter(Role.class::isInstance).findFirst().orElseThrow();
  }

  /** Answers 403 where a member with this role may not do what takes the other. */
  public void expectAtLeast(Role least) {
    if (compareTo(least) < 0) {
      throw new ForbiddenResponse("This takes the role " + least + ", and yours is " + this);
    }
  }

  /** As JSON and the database have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
