package shareddb.tenants.fleet.run;

import shareddb.tenants.fleet.targets.TargetOutcome;

/** Collects the outcomes of several worker threads. */
public interface OutcomeReceiver {

  void add(TargetOutcome outcome);

  /** Counts a target that a dry run cannot try. */
  void untried();

  /**
   * Reports that another session blocks a target. The listener hears at most once of each target.
   */
  void waits(TargetWork work, String why);

  /** Ends the run: workers take no other target. */
  void stop(Exception why);

  /** Whether workers may take another target. */
  boolean goesOn();
}
