package shareddb.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A module, its databases, and where its routes are.
 *
 * @param prefix what stands before each route: nothing, or {@code /} and the module's name
 */
public record Mount(String prefix, ApiModule module, Databases databases) {

  /** A module alone is at the root. */
  public static Mount alone(ApiModule module, Databases databases) {
    return new Mount("", module, databases);
  }

  /** One of several is under its folder's name. */
  public static Mount named(ApiModule module, Databases databases) {
    return new Mount("/" + module.name(), module, databases);
  }

  List<Operation<?>> operations() {
    Routes routes = new Routes();
    module.routes(routes, databases);
    Probes.declare(routes, probed());
    return routes.operations();
  }

  /** Its databases, by names that say which one is away: {@code 05_users_and_analytics/users}. */
  Map<String, Database> probed() {
    Map<String, Database> probed = new TreeMap<>();
    databases
        .byTrack()
        .forEach(
            (track, database) ->
                probed.put(module.name() + (track.isEmpty() ? "" : "/" + track), database));
    return probed;
  }
}
