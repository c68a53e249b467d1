package shareddb.cli;

/**
 * An operation whose COMMIT is lost.
 *
 * @param commit what commits it: COMMIT, or a statement that is a transaction of its own
 * @param behind a statement of the transaction that is lost
 * @param arranged makes what is there before it
 * @param state of what it changes, as the database holds it
 * @param before the state where it was not done
 * @param after the state where it was done
 * @param way back to what was lost, where it was done or may have been
 */
record LostOperation(
    String name,
    String commit,
    String behind,
    boolean ofManyTenants,
    Step arranged,
    Words command,
    Value state,
    String before,
    String after,
    WayBackCheck way) {

  /** Something that is done on the server itself. */
  interface Step {
    void run() throws Exception;
  }

  /** What is read from the server itself. */
  interface Value {
    String read() throws Exception;
  }

  /** What is typed, through the proxy. */
  interface Words {
    Tool.Run run();
  }

  /** Empty where all that was there is there again; else what is wrong. */
  interface WayBackCheck {
    WayBackCheck NONE = () -> "";

    String fault() throws Exception;
  }
}
