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
 * What histories say in short, to tell at once which of very many say the same. By {@code COPY}: of
 * a table that a session never saw, a query costs twice as much, as its planner opens every index.
 */
public final class HistoryOutlines {

  private final CopyManager copies;

  public HistoryOutlines(Connection connection) throws SQLException {
    copies = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** Without when, for how long and by whom; the schema must have a history table. */
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
