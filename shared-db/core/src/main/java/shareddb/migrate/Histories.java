package shareddb.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shareddb.names.SchemaName;

/** Many histories at once: one query for a batch of them. */
public final class Histories {

  /** A union of thousands would cost the server more to plan than to run. */
  private static final int BATCH = 100;

  private Histories() {}

  /** Every schema must have a history table. */
  public static Map<SchemaName, History> read(Connection connection, Collection<SchemaName> schemas)
      throws SQLException {
    Map<SchemaName, History> histories = new HashMap<>();
    List<SchemaName> all = List.copyOf(schemas);
    for (int start = 0; start < all.size(); start += BATCH) {
      histories.putAll(batch(connection, all.subList(start, Math.min(start + BATCH, all.size()))));
    }
    return histories;
  }

  private static Map<SchemaName, History> batch(Connection connection, List<SchemaName> schemas)
      throws SQLException {
    Map<SchemaName, List<HistoryRow>> rows = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(union(schemas))) {
      for (int i = 0; i < schemas.size(); i++) {
        statement.setInt(i + 1, i);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          SchemaName schema = schemas.get(result.getInt("target"));
          rows.computeIfAbsent(schema, s -> new ArrayList<>()).add(History.row(result));
        }
      }
    }
    Map<SchemaName, History> histories = new HashMap<>();
    rows.forEach((schema, found) -> histories.put(schema, new History(List.copyOf(found))));
    return histories;
  }

  private static String union(List<SchemaName> schemas) {
    return schemas.stream()
        .map(
            schema ->
                "SELECT ?::int AS target, "
                    + History.COLUMNS
                    + " FROM "
                    + schema.quoted(Target.HISTORY_TABLE))
        .collect(Collectors.joining("\nUNION ALL\n", "", "\nORDER BY target, installed_rank"));
  }
}
