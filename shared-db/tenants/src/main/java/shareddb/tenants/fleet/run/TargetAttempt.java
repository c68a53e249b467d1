package shareddb.tenants.fleet.run;

import shareddb.tenants.fleet.target.TargetOutcome;

/** How one try of one target came out. */
sealed interface TargetAttempt {

  record Over(TargetOutcome outcome) implements TargetAttempt {}

  /** A step of it cannot be taken back: it is not rehearsed. */
  record Untried() implements TargetAttempt {}

  /** It is tried again, later. */
  record Again(TargetWork work) implements TargetAttempt {}

  /** Somebody is in the way: it is tried again, after all the others. */
  record Blocked(TargetWork work, String why) implements TargetAttempt {}
}
