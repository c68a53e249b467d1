package shareddb.migrate.history;

/** What a script writes into its target's history, as SQL with all values in it. */
public interface HistoryWrite {

  /** Nothing. */
  HistoryWrite NONE = took -> "";

  /**
   * The statement.
   *
   * @param took an expression: for how many milliseconds the script ran
   */
  String sql(String took);
}
