package shareddb.migrate.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;

/**
 * Reads many histories. It sends the small queries in batches: to plan one union over as many
 * tables takes longer than all small queries.
 */
public final class HistoryReader {

  /** The driver keeps the rows of a whole batch in memory. */
  private static final int BATCH = 250;

  private HistoryReader() {}

  /** Every schema must have a history table. */
  public static Map<SchemaName, History> read(Connection connection, Collection<SchemaName> schemas)
      throws SQLException {
    Map<SchemaName, History> histories = new HashMap<>();
    List<SchemaName> all = List.copyOf(schemas);
    for (int start = 0; start < all.size(); start += BATCH) {
      read(connection, all.subList(start, Math.min(start + BATCH, all.size())), histories);
    }
    return histories;
  }

  private static void read(
      Connection connection, List<SchemaName> schemas, Map<SchemaName, History> histories)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(queries(schemas));
      for (SchemaName schema : schemas) {
        histories.put(schema, new History(rows(statement)));
        statement.getMoreResults();
      }
    }
  }

  private static List<HistoryRow> rows(Statement statement) throws SQLException {
    List<HistoryRow> rows = new ArrayList<>();
    try (ResultSet result = statement.getResultSet()) {
      while (result.next()) {
        rows.add(History.row(result));
      }
    }
    return List.copyOf(rows);
  }

  private static String queries(List<SchemaName> schemas) {
    return schemas.stream()
        .map(
            schema ->
                "SELECT "
                    + History.COLUMNS
                    + " FROM "
                    + schema.quoted(Target.HISTORY_TABLE)
                    + " ORDER BY installed_rank")
        .collect(Collectors.joining(";\n"));
  }
}
