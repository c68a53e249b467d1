package shareddb.migrate;

/** What a script writes into its target's history, as SQL with all values in it. */
interface HistoryWrite {

  /** Nothing. */
  HistoryWrite NONE = took -> "";

  /**
   * The statement.
   *
   * @param took an expression: for how many milliseconds the script ran
   */
  String sql(String took);
}
