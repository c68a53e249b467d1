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
public record IdCounters(RelocationSessions lanes, RelocationPlace from) {

  public void goOn(List<TableTransfer> shipments) throws SQLException {
    for (TableTransfer shipment : shipments) {
      if (shipment.inBlocks() && !shipment.isCommon()) {
        Optional<String> sequence = sequence(lanes.destination(), shipment.quoted());
        if (sequence.isPresent()) {
          goOn(shipment, sequence.get());
        }
      }
    }
  }

  private void goOn(TableTransfer shipment, String sequence) throws SQLException {
    long given = given(shipment);
    Connection destination = lanes.destination();
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
              .formatted(sequence, given, shipment.quoted(), shipment.where()));
      destination.commit();
    } finally {
      destination.setAutoCommit(true);
    }
  }

  /**
   * The last id that the tenant's own sequence gave; 0 for a project, because its sequence counts
   * for all projects.
   */
  private long given(TableTransfer shipment) throws SQLException {
    if (!from.countsAlone()) {
      return 0;
    }
    Optional<String> sequence =
        sequence(lanes.source(), from.target().schema().quoted(shipment.table()));
    return sequence.isEmpty() ? 0 : last(sequence.get());
  }

  private long last(String sequence) throws SQLException {
    String sql = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM " + sequence;
    return Query.of(lanes.source(), sql).one(row -> row.getLong(1));
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
