package shareddb.tenants.fleet.run;

import shareddb.tenants.fleet.targets.TargetOutcome;

/** The result of one try of one target. */
public sealed interface TargetAttempt {

  record Over(TargetOutcome outcome) implements TargetAttempt {}

  /** A dry run cannot try it, because one of its steps cannot be rolled back. */
  record Untried() implements TargetAttempt {}

  /** The target is tried again later. */
  record Again(TargetWork work) implements TargetAttempt {}

  /** Another session blocks the target. It is tried again after all others. */
  record Blocked(TargetWork work, String why) implements TargetAttempt {}
}
