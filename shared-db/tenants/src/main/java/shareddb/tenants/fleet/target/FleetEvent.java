package shareddb.tenants.fleet.target;

import shareddb.base.track.Version;

/** What happens while a run goes on. */
public sealed interface FleetEvent {

  /**
   * All was looked at; from here on targets are changed.
   *
   * @param members how many there are
   * @param behind how many of them are to be moved
   */
  record Begins(long run, int members, int behind, Version to) implements FleetEvent {}

  /**
   * An earlier run was stopped, and this one goes on with it.
   *
   * @param open how many of its targets had no outcome in the journal
   * @param done how many of these were moved nevertheless
   */
  record GoesOn(long stopped, int open, int done) implements FleetEvent {}

  /** A wave begins: so many targets. */
  record Wave(int number, int of, int targets) implements FleetEvent {}

  record TargetDone(TargetOutcome outcome) implements FleetEvent {}

  /** Somebody is in the way of one target; it is tried again later. Heard once for each. */
  record TargetWaits(FleetTarget member, String why) implements FleetEvent {}
}
