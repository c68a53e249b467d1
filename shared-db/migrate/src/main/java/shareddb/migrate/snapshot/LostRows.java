package shareddb.migrate.snapshot;

/** Rows, or values of a column, that undo scripts would drop or delete. */
public sealed interface LostRows {

  String table();

  /** The number of lost rows. */
  long rows();

  /** The same loss with this number of rows. */
  LostRows with(long rows);

  /** A dropped table. */
  record OfTable(String table, long rows) implements LostRows {
    @Override
    public LostRows with(long count) {
      return new OfTable(table, count);
    }
  }

  /** A dropped column. Rows with NULL in it are not counted. */
  record OfColumn(String table, String column, long rows) implements LostRows {
    @Override
    public LostRows with(long count) {
      return new OfColumn(table, column, count);
    }
  }

  /** Rows deleted from a table that stays. */
  record Deleted(String table, long rows) implements LostRows {
    @Override
    public LostRows with(long count) {
      return new Deleted(table, count);
    }
  }
}
