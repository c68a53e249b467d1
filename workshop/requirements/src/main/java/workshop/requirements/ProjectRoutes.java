package workshop.requirements;

import shareddb.web.Param;
import shareddb.web.ProblemType;
import shareddb.web.Route;
import shareddb.web.Routes;

/** Declares routes within a project: each is behind its prefix, and for its members alone. */
final class ProjectRoutes {

  private static final String NO_PROJECT = "There is no such project for who asks.";

  private final Routes routes;
  private final Workspaces workspaces;

  ProjectRoutes(Routes routes, Workspaces workspaces) {
    this.routes = routes;
    this.workspaces = workspaces;
  }

  Route get(String path, String summary) {
    return within(routes.get(workspaces.prefix() + path, summary), NO_PROJECT);
  }

  /**
   * @param unknown what else may not be there
   */
  Route get(String path, String summary, String unknown) {
    return within(routes.get(workspaces.prefix() + path, summary), NO_PROJECT + " " + unknown);
  }

  Route post(String path, String summary) {
    return writing(within(routes.post(workspaces.prefix() + path, summary), NO_PROJECT));
  }

  Route patch(String path, String summary, String unknown) {
    return writing(
        within(routes.patch(workspaces.prefix() + path, summary), NO_PROJECT + " " + unknown));
  }

  Route delete(String path, String summary, String unknown) {
    return writing(
        within(routes.delete(workspaces.prefix() + path, summary), NO_PROJECT + " " + unknown));
  }

  private Route within(Route route, String notFound) {
    workspaces.failures().forEach(route::fails);
    return route
        .guardedBy(workspaces.guard())
        .with(workspaces.params().toArray(Param<?>[]::new))
        .fails(ProblemType.NOT_FOUND, notFound);
  }

  private Route writing(Route route) {
    String role = "The role of who asks is not enough.";
    String other = workspaces.failures().get(ProblemType.FORBIDDEN);
    return route.fails(ProblemType.FORBIDDEN, other == null ? role : role + " Or: " + other);
  }
}
