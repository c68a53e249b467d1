package shareddb.tenants.fleet.run;

import shareddb.tenants.fleet.target.TargetOutcome;

/** Keeps what comes out, from several workers at once. */
interface OutcomeReceiver {

  void add(TargetOutcome outcome);

  /** A target that cannot be rehearsed. */
  void untried();

  /** Another session is in the way; told once for each target. */
  void waits(TargetWork work, String why);

  /** Something came up after which no other target is taken. */
  void stop(Exception why);

  /** Whether another target is taken. */
  boolean goesOn();
}
