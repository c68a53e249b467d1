package shareddb.schema.autogenerate.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import shareddb.base.jdbc.Query;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.WaitLimits;

/**
 * All items of a schema that statements can be written for.
 *
 * @param items by their keys
 * @param references from an item's key to the keys of the items that it needs
 */
public record SchemaModel(Map<String, SchemaItem> items, Map<String, Set<String>> references) {

  private static final String ITEMS = resource("items.sql");
  private static final String REFERENCES = resource("references.sql");

  /**
   * Reads the schema in a transaction that is rolled back. In it the schema has a name that occurs
   * nowhere else, so that the name can be found in definitions.
   *
   * @param first renames that run before the reading
   */
  public static SchemaModel read(
      Connection connection, SchemaName schema, RoleName role, List<Rename> first)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      Query.execute(connection, "SET LOCAL " + WaitLimits.lockTimeout(WaitLimits.PATIENCE));
      Query.execute(
          connection, "ALTER SCHEMA " + schema.quoted() + " RENAME TO " + SchemaPlaceholder.SCHEMA);
      Query.execute(connection, "SET LOCAL search_path = ''");
      for (Rename rename : first) {
        Query.execute(connection, rename.sql());
      }
      return read(connection, new SchemaPlaceholder(schema, role));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static SchemaModel read(Connection connection, SchemaPlaceholder standIn)
      throws SQLException {
    Map<String, SchemaItem> items = new TreeMap<>();
    Query.of(connection, ITEMS, SchemaPlaceholder.SCHEMA)
        .list(row -> item(row, standIn))
        .forEach(item -> items.put(item.key(), item));
    Map<String, Set<String>> references = new TreeMap<>();
    Query.of(connection, REFERENCES, SchemaPlaceholder.SCHEMA)
        .each(
            row ->
                references
                    .computeIfAbsent(row.getString(1), key -> new TreeSet<>())
                    .add(row.getString(2)));
    return new SchemaModel(items, references);
  }

  private static SchemaItem item(ResultSet rows, SchemaPlaceholder standIn) throws SQLException {
    String[] pairs = (String[]) rows.getArray(4).getArray();
    Map<String, String> facts = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String value = pairs[i + 1];
      if (value != null && !value.isEmpty()) {
        facts.put(pairs[i], standIn.in(value));
      }
    }
    return new SchemaItem(
        rows.getString(1),
        standIn.in(rows.getString(2)),
        Optional.ofNullable(rows.getString(3)),
        facts);
  }

  private static String resource(String name) {
    try (InputStream stream = SchemaModel.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
