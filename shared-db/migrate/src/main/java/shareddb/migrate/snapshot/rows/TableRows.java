package shareddb.migrate.snapshot.rows;

import java.util.List;

/**
 * The file with the rows of one table: the text format of COPY, compressed with gzip.
 *
 * @param columns the columns in the file, in this order, without generated ones
 * @param bytes the file's size
 * @param sha256 the file's checksum
 */
public record TableRows(
    String table, List<String> columns, String file, long rows, long bytes, String sha256) {

  public TableRows {
    columns = List.copyOf(columns);
  }
}
