package shareddb.migrate.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.WaitLimits;
import shareddb.migrate.snapshot.rows.RowTables;

/** Counts the rows that a downgrade would lose, before it begins. */
final class LostRowsCount {

  /** The SQLSTATEs of a table and of a column that this target does not have. */
  private static final Set<String> MISSING = Set.of("42P01", "42703");

  private LostRowsCount() {}

  static boolean any(Connection connection, SchemaName schema, String table) throws SQLException {
    return Query.of(connection, "SELECT EXISTS (SELECT FROM " + schema.quoted(table) + ")")
        .isTrue();
  }

  /** The same losses with the row counts of this schema, including empty ones. */
  static List<LostRows> of(Connection connection, SchemaName schema, List<LostRows> lost)
      throws SQLException {
    Query.execute(connection, "SET " + WaitLimits.lockTimeout(WaitLimits.PATIENCE));
    List<LostRows> counted = new ArrayList<>();
    for (LostRows one : lost) {
      counted.add(
          switch (one) {
            case LostRows.OfTable(String table, long rows) ->
                one.with(count(connection, schema.quoted(table), "*"));
            case LostRows.OfColumn(String table, String column, long rows) ->
                one.with(
                    count(connection, schema.quoted(table), RowTables.quoted(List.of(column))));
            case LostRows.Deleted deleted -> deleted;
          });
    }
    return List.copyOf(counted);
  }

  private static long count(Connection connection, String table, String what) throws SQLException {
    try {
      return Query.of(connection, "SELECT count(" + what + ") FROM " + table)
          .one(row -> row.getLong(1));
    } catch (SQLException e) {
      if (e.getSQLState() != null && MISSING.contains(e.getSQLState())) {
        return 0;
      }
      throw e;
    }
  }
}
