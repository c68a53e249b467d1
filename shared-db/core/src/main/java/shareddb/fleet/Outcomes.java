package shareddb.fleet;

/** Keeps what comes out, from several workers at once. */
interface Outcomes {

  void add(Outcome outcome);

  /** A target that cannot be rehearsed. */
  void untried();

  /** Another session is in the way; told once for each target. */
  void waits(Work work, String why);

  /** Something came up after which no other target is taken. */
  void stop(Exception why);

  /** Whether another target is taken. */
  boolean goesOn();
}
