package shareddb.fleet;

/** How one try of one target came out. */
sealed interface Attempt {

  record Over(Outcome outcome) implements Attempt {}

  /** A step of it cannot be taken back: it is not rehearsed. */
  record Untried() implements Attempt {}

  /** It is tried again, later. */
  record Again(Work work) implements Attempt {}

  /** Somebody is in the way: it is tried again, after all the others. */
  record Blocked(Work work, String why) implements Attempt {}
}
