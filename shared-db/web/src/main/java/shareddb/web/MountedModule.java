package shareddb.web;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * A module, where its routes are, and the pools of its databases.
 *
 * @param prefix empty, or such as {@code /00_personal_todo}
 * @param pools by the name of the track; of a module with one database, by an empty name
 */
public record MountedModule(
    String prefix, ApiModule module, SortedMap<String, ? extends DataSource> pools) {

  /** A module alone, with its routes at the root. */
  public static MountedModule alone(
      ApiModule module, SortedMap<String, ? extends DataSource> pools) {
    return new MountedModule("", module, pools);
  }

  /** One module of several, with its routes behind its name. */
  public static MountedModule named(
      ApiModule module, SortedMap<String, ? extends DataSource> pools) {
    return new MountedModule("/" + module.name(), module, pools);
  }

  /** Its pools by names that say which database is away: {@code 05_users_and_analytics/users}. */
  Map<String, DataSource> namedPools() {
    SortedMap<String, DataSource> named = new TreeMap<>();
    pools.forEach(
        (track, pool) -> named.put(module.name() + (track.isEmpty() ? "" : "/" + track), pool));
    return Collections.unmodifiableSortedMap(named);
  }
}
