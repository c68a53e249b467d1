package shareddb.web;

import java.util.List;

/**
 * A module, its database, and where its routes are.
 *
 * @param prefix what stands before each route: nothing, or {@code /} and the module's name
 */
public record Mount(String prefix, ApiModule module, Database database) {

  /** A module alone is at the root. */
  public static Mount alone(ApiModule module, Database database) {
    return new Mount("", module, database);
  }

  /** One of several is under its folder's name. */
  public static Mount named(ApiModule module, Database database) {
    return new Mount("/" + module.name(), module, database);
  }

  List<Operation<?>> operations() {
    Routes routes = new Routes();
    module.routes(routes, database);
    Probes.declare(routes, List.of(database));
    return routes.operations();
  }
}
