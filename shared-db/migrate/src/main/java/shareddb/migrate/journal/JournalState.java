package shareddb.migrate.journal;

import java.util.Locale;

/** The state of an operation or a run. */
public enum JournalState {
  RUNNING,
  DONE,
  FAILED,
  /** The answer to COMMIT was lost, and the tool could not ask the database again. */
  UNKNOWN,
  /** It has no end, and its session is gone. */
  UNFINISHED;

  /**
   * The state that follows from a row's columns.
   *
   * @param alive whether the session that wrote the row is still connected
   * @param error whether the row has an error
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

  /** The word that scripts read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
