package shareddb.migrate.history;

/** The history row that a script writes, as SQL with all values in it. */
public interface HistoryRowSql {

  /** Writes nothing. */
  HistoryRowSql NONE = took -> "";

  /**
   * The statement.
   *
   * @param took a SQL expression for the milliseconds that the script ran
   */
  String sql(String took);
}
