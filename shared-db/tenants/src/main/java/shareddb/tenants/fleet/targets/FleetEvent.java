package shareddb.tenants.fleet.targets;

import shareddb.base.track.Version;

/** An event of a run over a fleet. */
public sealed interface FleetEvent {

  /**
   * The survey is complete, and the run begins to change targets.
   *
   * @param members how many targets there are
   * @param behind how many of them the run has to work on
   */
  record Begins(long run, int members, int behind, Version to) implements FleetEvent {}

  /**
   * This run continues an earlier run that was stopped.
   *
   * @param open how many of its targets had no outcome in the journal
   * @param done how many of these had reached their goal
   */
  record GoesOn(long stopped, int open, int done) implements FleetEvent {}

  /** A wave begins. */
  record Wave(int number, int of, int targets) implements FleetEvent {}

  record TargetDone(TargetOutcome outcome) implements FleetEvent {}

  /**
   * Another session blocks a target, which the run tries again later. Each target has at most one
   * such event.
   */
  record TargetWaits(FleetTarget member, String why) implements FleetEvent {}
}
