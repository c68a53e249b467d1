package shareddb.tenants.relocate.copy;

/** Hears how a move goes on. */
public interface RelocationListener {

  RelocationListener SILENT = new RelocationListener() {};

  /** So many rows of a table were copied, of so many that there are, as far as anybody knows. */
  default void copies(String table, long rows, long of) {}

  /** Everything was looked at once more, and so many blocks of rows were copied anew. */
  default void passed(int pass, int blocks) {}

  /** From now on nobody writes. */
  default void shuts() {}
}
