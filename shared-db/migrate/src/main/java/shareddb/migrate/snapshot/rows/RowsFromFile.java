package shareddb.migrate.snapshot.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams a file of a snapshot into its table. */
public final class RowsFromFile {

  private static final int BUFFER = 1 << 16;

  private RowsFromFile() {}

  /**
   * Loads the file and returns the number of rows that Postgres took.
   *
   * @param into the table's quoted name
   */
  public static long read(
      Connection connection, String into, TableRows table, Path file, RowsProgress progress)
      throws SQLException {
    String columns = RowTables.quoted(table.columns());
    String sql = "COPY " + into + (columns.isEmpty() ? "" : " (" + columns + ")") + " FROM STDIN";
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
      return copy(connection, sql, in, table.table(), progress);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the snapshot's file " + file, e);
    }
  }

  private static long copy(
      Connection connection, String sql, InputStream in, String table, RowsProgress progress)
      throws SQLException, IOException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      byte[] buffer = new byte[BUFFER];
      long rows = 0;
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        copy.writeToCopy(buffer, 0, length);
        rows += lines(buffer, length);
        progress.rows(table, rows);
      }
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Counts rows by line ends: COPY writes a line end within a value as two characters. */
  private static int lines(byte[] buffer, int length) {
    int lines = 0;
    for (int i = 0; i < length; i++) {
      if (buffer[i] == '\n') {
        lines++;
      }
    }
    return lines;
  }
}
