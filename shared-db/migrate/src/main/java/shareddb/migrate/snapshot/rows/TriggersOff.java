package shareddb.migrate.snapshot.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.names.SchemaName;

/**
 * Switches triggers off while rows are loaded, so that no trigger changes a row, and a foreign key
 * may refer to a row that comes later.
 *
 * @param loud the statements that restore triggers which would fire even in replica mode
 */
public record TriggersOff(Connection connection, List<String> loud) {

  public static TriggersOff begin(Connection connection, SchemaName schema) throws SQLException {
    TriggersOff quiet = new TriggersOff(connection, new ArrayList<>());
    for (String[] trigger : stubborn(connection, schema)) {
      String table = "ALTER TABLE " + trigger[0];
      quiet.execute(table + " DISABLE TRIGGER " + trigger[1]);
      quiet.loud.add(table + " ENABLE " + trigger[2] + " TRIGGER " + trigger[1]);
    }
    quiet.execute("SET LOCAL session_replication_role = replica");
    return quiet;
  }

  public void end() throws SQLException {
    execute("SET LOCAL session_replication_role = origin");
    for (String statement : loud) {
      execute(statement);
    }
  }

  private static List<String[]> stubborn(Connection connection, SchemaName schema)
      throws SQLException {
    String sql =
        """
        SELECT format('%I.%I', namespace.nspname, class.relname), quote_ident(tgname),
               CASE tgenabled WHEN 'A' THEN 'ALWAYS' ELSE 'REPLICA' END
        FROM pg_catalog.pg_trigger AS trigger
        JOIN pg_catalog.pg_class AS class ON class.oid = trigger.tgrelid
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
        WHERE namespace.nspname = ? AND NOT tgisinternal AND tgenabled IN ('A', 'R')
        """;
    List<String[]> triggers = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema.value());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          triggers.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
        }
      }
    }
    return triggers;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
