package shareddb.tenants.relocate.copy;

/** Receives the progress of a relocation. */
public interface RelocationListener {

  RelocationListener SILENT = new RelocationListener() {};

  /** Rows of a table were copied, of the number that was counted before. */
  default void copies(String table, long rows, long of) {}

  /** One pass compared all rows and copied so many blocks. */
  default void passed(int pass, int blocks) {}

  /** Writes are blocked from now on. */
  default void shuts() {}
}
