package shareddb.migrate.snapshot;

/** Rows, or values of a column, that undo scripts would drop or delete. */
public sealed interface LostRows {

  String table();

  /** How many rows are concerned. */
  long rows();

  /** The same, with so many rows. */
  LostRows with(long rows);

  /** A table that is dropped. */
  record OfTable(String table, long rows) implements LostRows {
    @Override
    public LostRows with(long count) {
      return new OfTable(table, count);
    }
  }

  /** A column that is dropped; rows that have no value in it are not counted. */
  record OfColumn(String table, String column, long rows) implements LostRows {
    @Override
    public LostRows with(long count) {
      return new OfColumn(table, column, count);
    }
  }

  /** Rows that are deleted from a table that stays. */
  record Deleted(String table, long rows) implements LostRows {
    @Override
    public LostRows with(long count) {
      return new Deleted(table, count);
    }
  }
}
