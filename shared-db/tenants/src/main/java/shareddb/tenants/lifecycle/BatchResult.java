package shareddb.tenants.lifecycle;

/** How a batch ended; what became of each line was heard before. */
public sealed interface BatchResult {

  /** Every line was tried. */
  record Done() implements BatchResult {}

  /** The first line does not say what the others are; nothing was done. */
  record BadHeader(String what) implements BatchResult {}

  /** Nobody can tell where the next line begins; those before it were tried. */
  record Unreadable(long behindLine, String what) implements BatchResult {}
}
