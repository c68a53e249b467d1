package shareddb.migrate.history;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;

/**
 * Reads histories as short texts, so that the tool can compare very many of them quickly. It uses
 * {@code COPY}: the first query on a table in a session costs twice as much, because its planner
 * opens every index.
 */
public final class HistoryOutlines {

  private final CopyManager copies;

  public HistoryOutlines(Connection connection) throws SQLException {
    copies = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /**
   * The text leaves out the time, the duration and the user. The schema must have a history table.
   */
  public String of(SchemaName schema) throws SQLException {
    String sql =
        "COPY %s (installed_rank, version, type, checksum, success) TO STDOUT"
            .formatted(schema.quoted(Target.HISTORY_TABLE));
    StringWriter outline = new StringWriter();
    try {
      copies.copyOut(sql, outline);
    } catch (IOException e) {
      throw new UncheckedIOException("a writer into memory does not fail", e);
    }
    return outline.toString();
  }
}
