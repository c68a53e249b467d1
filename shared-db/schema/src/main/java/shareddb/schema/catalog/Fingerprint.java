package shareddb.schema.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shareddb.base.jdbc.Query;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;

/**
 * A digest of a schema's content without its history table: two schemas with the same one are
 * alike. If they differ, {@link Catalog} shows the differences, and whether they matter.
 *
 * @param objects the number of objects
 */
public record Fingerprint(long objects, String digest) {

  private static final String QUERY = Catalog.OBJECTS + Catalog.resource("fingerprints.sql");

  private static final int BATCH = 1000;

  /**
   * Right after thousands of tables were made, the planner still has the old statistics and would
   * choose nested loops.
   */
  private static final String PLANNED = "SET enable_nestloop = off; SET jit = off";

  private static final String PLANNED_AS_BEFORE = "RESET enable_nestloop; RESET jit";

  /** Reads many schemas at once; schemas that do not exist are left out. */
  public static Map<SchemaName, Fingerprint> read(
      Connection connection, Collection<SchemaName> schemas) throws SQLException {
    String before = Catalog.searchPath(connection);
    Catalog.setSearchPath(connection, "");
    Query.execute(connection, PLANNED);
    try {
      Map<SchemaName, Fingerprint> found = new HashMap<>();
      List<SchemaName> all = List.copyOf(schemas);
      for (int start = 0; start < all.size(); start += BATCH) {
        batch(connection, all.subList(start, Math.min(start + BATCH, all.size())), found);
      }
      return found;
    } finally {
      Query.execute(connection, PLANNED_AS_BEFORE);
      Catalog.setSearchPath(connection, before);
    }
  }

  private static void batch(
      Connection connection, List<SchemaName> schemas, Map<SchemaName, Fingerprint> found)
      throws SQLException {
    List<String> names = schemas.stream().map(SchemaName::value).toList();
    List<String> roles = schemas.stream().map(RoleName::apiOf).map(RoleName::value).toList();
    Query.of(connection, QUERY, names, names, roles)
        .each(
            row ->
                found.put(
                    new SchemaName(row.getString("nspname")),
                    new Fingerprint(row.getLong("objects"), row.getString("digest"))));
  }
}
