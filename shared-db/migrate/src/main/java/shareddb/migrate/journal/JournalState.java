package shareddb.migrate.journal;

import java.util.Locale;

/** How an operation or a run came out. */
public enum JournalState {
  RUNNING,
  DONE,
  FAILED,
  /** The answer to its COMMIT was lost, and the database could not be asked again. */
  UNKNOWN,
  /** It has no end, and its process is gone. */
  UNFINISHED;

  /**
   * As a row says it.
   *
   * @param error whether the row has one
   */
  static JournalState of(boolean ended, boolean alive, boolean unknown, boolean error) {
    if (!ended) {
      return alive ? RUNNING : UNFINISHED;
    }
    if (unknown) {
      return UNKNOWN;
    }
    return error ? FAILED : DONE;
  }

  /** As scripts read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
