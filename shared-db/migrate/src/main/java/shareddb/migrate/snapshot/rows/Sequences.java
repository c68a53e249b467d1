package shareddb.migrate.snapshot.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.names.SchemaName;

/** Reads and sets the positions of a schema's sequences. */
public final class Sequences {

  private Sequences() {}

  /**
   * Must be called after the rows were read: a sequence may then be ahead of the rows, but never
   * behind them.
   */
  public static List<SequencePosition> of(Connection connection, SchemaName schema)
      throws SQLException {
    List<SequencePosition> positions = new ArrayList<>();
    for (String name : names(connection, schema)) {
      String sql = "SELECT last_value, is_called FROM " + schema.quoted(name);
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        positions.add(new SequencePosition(name, row.getLong(1), row.getBoolean(2)));
      }
    }
    return List.copyOf(positions);
  }

  public static List<String> names(Connection connection, SchemaName schema) throws SQLException {
    String sql =
        """
        SELECT relname
        FROM pg_catalog.pg_class AS class
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
        WHERE namespace.nspname = ? AND class.relkind = 'S'
        ORDER BY relname
        """;
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema.value());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  public static void set(Connection connection, SchemaName schema, SequencePosition position)
      throws SQLException {
    String sql = "SELECT pg_catalog.setval(?::pg_catalog.regclass, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema.quoted(position.sequence()));
      statement.setLong(2, position.last());
      statement.setBoolean(3, position.called());
      statement.execute();
    }
  }
}
