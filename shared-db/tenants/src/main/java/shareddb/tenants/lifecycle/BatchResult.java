package shareddb.tenants.lifecycle;

/** How a batch ended. The listener has received the result of each line before. */
public sealed interface BatchResult {

  /** Every line was tried. */
  record Done() implements BatchResult {}

  /** The header is wrong; nothing was done. */
  record BadHeader(String what) implements BatchResult {}

  /**
   * A quote is wrong, so the next line's beginning cannot be found; the lines before it were tried.
   */
  record Unreadable(long behindLine, String what) implements BatchResult {}
}
