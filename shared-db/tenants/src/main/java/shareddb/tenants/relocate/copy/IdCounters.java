package shareddb.tenants.relocate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.RelocationSessions;

/** Sets the destination's id sequences to go on after the highest id that either side has given. */
public record IdCounters(RelocationSessions sessions, RelocationPlace from) {

  public void goOn(List<TableTransfer> transfers) throws SQLException {
    for (TableTransfer transfer : transfers) {
      if (transfer.inBlocks() && !transfer.isCommon()) {
        Optional<String> sequence = sequence(sessions.destination(), transfer.quoted());
        if (sequence.isPresent()) {
          goOn(transfer, sequence.get());
        }
      }
    }
  }

  private void goOn(TableTransfer transfer, String sequence) throws SQLException {
    long given = given(transfer);
    Connection destination = sessions.destination();
    destination.setAutoCommit(false);
    try (Statement statement = destination.createStatement()) {
      // ALTER SEQUENCE changes nothing here. Its lock makes other sessions wait that want the next
      // id.
      statement.execute("ALTER SEQUENCE " + sequence + " CACHE 1");
      statement.execute(
          """
          SELECT pg_catalog.setval('%1$s', highest) FROM (
              SELECT greatest(max(id), %2$d) AS highest FROM %3$s%4$s) AS ids
          WHERE highest > (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM %1$s)
          """
              .formatted(sequence, given, transfer.quoted(), transfer.where()));
      destination.commit();
    } finally {
      destination.setAutoCommit(true);
    }
  }

  /**
   * The last id that the tenant's own sequence gave; 0 for a project, because its sequence counts
   * for all projects.
   */
  private long given(TableTransfer transfer) throws SQLException {
    if (!from.countsAlone()) {
      return 0;
    }
    Optional<String> sequence =
        sequence(sessions.source(), from.target().schema().quoted(transfer.table()));
    return sequence.isEmpty() ? 0 : last(sequence.get());
  }

  private long last(String sequence) throws SQLException {
    String sql = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM " + sequence;
    return Query.of(sessions.source(), sql).one(row -> row.getLong(1));
  }

  /** Empty if the table does not exist, or if its ids come from no sequence. */
  private static Optional<String> sequence(Connection connection, String table)
      throws SQLException {
    String sql =
        """
        SELECT pg_catalog.pg_get_serial_sequence(?, 'id') AS name
        WHERE EXISTS (SELECT FROM pg_catalog.pg_attribute
                      WHERE attrelid = pg_catalog.to_regclass(?) AND attname = 'id')
        """;
    return Query.of(connection, sql, table, table)
        .first(row -> Optional.ofNullable(row.getString(1)))
        .flatMap(name -> name);
  }
}
