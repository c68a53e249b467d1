package shareddb.migrate.snapshot.rows;

/** Hears every few thousand rows how many rows of a table are done. */
@FunctionalInterface
public interface RowsProgress {

  RowsProgress SILENT = (table, rows) -> {};

  void rows(String table, long rows);
}
