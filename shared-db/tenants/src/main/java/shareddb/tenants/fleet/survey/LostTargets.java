package shareddb.tenants.fleet.survey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetPosition;

/**
 * Finds the targets that were made before, and whose database, schema or role is missing now. A run
 * must not replace them by an empty schema or a role without rights, because that would hide the
 * loss of rows or rights.
 */
final class LostTargets {

  private LostTargets() {}

  /** The lost targets among those that could be read. */
  static Map<FleetTarget, LostTarget> among(Map<FleetTarget, TargetPosition> positions)
      throws SQLException {
    Map<FleetTarget, LostTarget> lost = new LinkedHashMap<>();
    Map<String, List<Target>> servers = new HashMap<>();
    positions.forEach(
        (member, position) -> {
          switch (position.ground()) {
            case NO_DATABASE -> lost.put(member, LostTarget.DATABASE);
            case NOTHING -> lost.put(member, LostTarget.SCHEMA);
            case NO_HISTORY, HISTORY, UNREAD ->
                servers
                    .computeIfAbsent(
                        member.target().admin().address(), address -> new ArrayList<>())
                    .add(member.target());
          }
        });
    Set<Target> without = new HashSet<>();
    for (List<Target> targets : servers.values()) {
      without.addAll(withoutRole(targets));
    }
    positions.keySet().stream()
        .filter(member -> without.contains(member.target()))
        .forEach(member -> lost.put(member, LostTarget.ROLE));
    return lost;
  }

  /** Reads the roles in one database of the server, because all its databases share them. */
  private static List<Target> withoutRole(List<Target> targets) throws SQLException {
    try (Connection connection = targets.getFirst().admin().impatient().reading().connect()) {
      Set<String> missing =
          Set.copyOf(
              Query.of(
                      connection,
                      "SELECT name FROM unnest(?::text[]) AS name WHERE NOT EXISTS"
                          + " (SELECT FROM pg_catalog.pg_roles WHERE rolname = name)",
                      targets.stream().map(target -> target.apiRole().value()).toList())
                  .list(row -> row.getString(1)));
      return targets.stream().filter(t -> missing.contains(t.apiRole().value())).toList();
    }
  }
}
