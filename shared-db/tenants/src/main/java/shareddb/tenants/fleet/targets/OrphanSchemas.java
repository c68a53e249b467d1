package shareddb.tenants.fleet.targets;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/** Finds schemas that have a history, are named like a fleet's schemas and are not in its list. */
final class OrphanSchemas {

  private OrphanSchemas() {}

  static List<Target> of(FleetTargets members, List<FleetTarget> all) throws SQLException {
    Set<Target> listed = all.stream().map(FleetTarget::target).collect(Collectors.toSet());
    Set<Login> databases = new HashSet<>(members.databases());
    all.forEach(member -> databases.add(member.target().admin()));
    List<Target> orphans = new ArrayList<>();
    for (Login database : databases) {
      histories(database).stream()
          .filter(target -> members.couldBeOne(target.schema()) && !listed.contains(target))
          .forEach(orphans::add);
    }
    return List.copyOf(orphans);
  }

  private static List<Target> histories(Login login) throws SQLException {
    String sql =
        """
        SELECT nspname
        FROM pg_catalog.pg_class
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = relnamespace
        WHERE relname = ? AND relkind IN ('r', 'p')
          AND nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('public', 'information_schema')
        ORDER BY nspname
        """;
    try (Connection connection = login.reading().connect()) {
      return Query.of(connection, sql, Target.HISTORY_TABLE)
          .list(row -> new Target(login, new SchemaName(row.getString(1))));
    }
  }
}
