package shareddb.migrate.snapshot.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.names.SchemaName;

/** Refreshes materialized views. They were made before the tables had their rows. */
public final class MaterializedViews {

  private MaterializedViews() {}

  /** Refreshes them in the order of their creation, because one view may read another. */
  public static void refresh(Connection connection, SchemaName schema) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String view : populated(connection, schema)) {
        statement.execute("REFRESH MATERIALIZED VIEW " + schema.quoted(view));
      }
    }
  }

  private static List<String> populated(Connection connection, SchemaName schema)
      throws SQLException {
    String sql =
        """
        SELECT relname
        FROM pg_catalog.pg_class AS class
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
        WHERE namespace.nspname = ? AND class.relkind = 'm' AND class.relispopulated
        ORDER BY class.oid
        """;
    List<String> views = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema.value());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          views.add(rows.getString(1));
        }
      }
    }
    return views;
  }
}
