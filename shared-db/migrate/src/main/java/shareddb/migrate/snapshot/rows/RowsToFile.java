package shareddb.migrate.snapshot.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import shareddb.base.names.SchemaName;
import shareddb.base.names.Sha256;

/** Streams the rows of one table into a file. Only one row is in memory at a time. */
public final class RowsToFile {

  private static final int BUFFER = 1 << 16;
  private static final long REPORTED = 10_000;

  private RowsToFile() {}

  public static TableRows write(
      Connection connection,
      SchemaName schema,
      RowTables.Table table,
      Path file,
      RowsProgress progress)
      throws SQLException {
    MessageDigest digest = Sha256.digest();
    try {
      long rows;
      try (OutputStream plain = Files.newOutputStream(file);
          OutputStream out = compressed(new DigestOutputStream(plain, digest))) {
        rows = copy(connection, sql(schema, table), out, table.name(), progress);
      }
      String sha256 = HexFormat.of().formatHex(digest.digest());
      String name = file.getFileName().toString();
      return new TableRows(table.name(), table.columns(), name, rows, Files.size(file), sha256);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the snapshot's file " + file, e);
    }
  }

  /** COPY cannot read a partitioned table directly, so a query reads the rows of its partitions. */
  private static String sql(SchemaName schema, RowTables.Table table) {
    String name = schema.quoted(table.name());
    String columns = RowTables.quoted(table.columns());
    if (table.partitioned()) {
      return "COPY (SELECT " + columns + " FROM " + name + ") TO STDOUT";
    }
    return "COPY " + name + (columns.isEmpty() ? "" : " (" + columns + ")") + " TO STDOUT";
  }

  private static long copy(
      Connection connection, String sql, OutputStream out, String table, RowsProgress progress)
      throws SQLException, IOException {
    CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    try {
      long rows = 0;
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        out.write(row);
        if (++rows % REPORTED == 0) {
          progress.rows(table, rows);
        }
      }
      return rows;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Compresses with the fastest level, because the operator waits. */
  private static OutputStream compressed(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, BUFFER) {
      {
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }
}
