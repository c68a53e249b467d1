package shareddb.journal;

/** How an operation came out. */
public enum State {
  RUNNING,
  DONE,
  FAILED,
  /** It has no end, and whoever ran it is gone. */
  UNFINISHED
}
