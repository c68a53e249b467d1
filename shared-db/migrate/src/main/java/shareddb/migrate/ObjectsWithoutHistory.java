package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.migrate.history.History;

/** The objects of a schema that has no history table. Flyway refuses to migrate such a schema. */
final class ObjectsWithoutHistory {

  /** The same query as Flyway's own check, which does not name the objects. */
  private static final String OBJECTS =
      """
      WITH objects (oid, name) AS (
        SELECT oid, relname FROM pg_catalog.pg_class
        WHERE relnamespace = to_regnamespace(?) AND relkind IN ('r', 'v', 'S', 't')
        UNION ALL
        SELECT oid, typname FROM pg_catalog.pg_type
        WHERE typnamespace = to_regnamespace(?) AND typcategory NOT IN ('A', 'C')
        UNION ALL
        SELECT oid, proname FROM pg_catalog.pg_proc WHERE pronamespace = to_regnamespace(?)
      )
      SELECT DISTINCT name::text
      FROM objects
      WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                        WHERE d.objid = objects.oid AND d.deptype = 'e')
      ORDER BY 1
      """;

  private ObjectsWithoutHistory() {}

  /** Empty if an upgrade may begin. */
  static Optional<UpgradeResult> in(Connection connection, Target target, History history)
      throws SQLException {
    if (!history.rows().isEmpty() || History.exists(connection, target)) {
      return Optional.empty();
    }
    String schema = target.schema().quoted();
    List<String> objects =
        Query.of(connection, OBJECTS, schema, schema, schema).list(row -> row.getString(1));
    return objects.isEmpty() ? Optional.empty() : Optional.of(new UpgradeResult.NoHistory(objects));
  }
}
