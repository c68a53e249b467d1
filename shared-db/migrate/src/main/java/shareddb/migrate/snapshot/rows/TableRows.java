package shareddb.migrate.snapshot.rows;

import java.util.List;

/**
 * The rows of one table, in one file: Postgres's own text form of COPY, compressed with gzip.
 *
 * @param columns what a row holds, in this order; generated columns are not in it
 * @param bytes the file's size
 * @param sha256 the file's checksum
 */
public record TableRows(
    String table, List<String> columns, String file, long rows, long bytes, String sha256) {

  public TableRows {
    columns = List.copyOf(columns);
  }
}
