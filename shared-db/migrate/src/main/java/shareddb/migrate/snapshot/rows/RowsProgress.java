package shareddb.migrate.snapshot.rows;

/** Hears, every few thousand rows, how far a table has come. */
@FunctionalInterface
public interface RowsProgress {

  RowsProgress SILENT = (table, rows) -> {};

  void rows(String table, long rows);
}
