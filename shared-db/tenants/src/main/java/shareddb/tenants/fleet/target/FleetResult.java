package shareddb.tenants.fleet.target;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.journal.FleetRunEntry;

/** How a run over a fleet ended. */
public sealed interface FleetResult {

  /** Every target is there already; nothing was changed, and no run was begun. */
  record NothingToDo(int members, Version version) implements FleetResult {}

  /** Every target was tried, but those whose server does not answer. */
  record Done(Tally tally) implements FleetResult {}

  /**
   * Too many failed.
   *
   * @param allowed how many might have
   */
  record Stopped(Tally tally, int allowed) implements FleetResult {}

  /** The server, or the journal, was not to be reached any more; the next run goes on with it. */
  record Interrupted(Tally tally, String why) implements FleetResult {}

  /** Somebody else moves the targets of this track. */
  record Occupied(Optional<FleetRunEntry> run) implements FleetResult {}

  /**
   * A server has not enough connections for what is wanted; nothing was begun.
   *
   * @param server host and port
   */
  record TooFewConnections(String server, int wanted, int free, int max) implements FleetResult {}

  /** The track has no such version. */
  record UnknownVersion(Version wanted, List<Version> known) implements FleetResult {}

  /** These versions cannot be undone. */
  record NoUndoScript(List<Migration> irreversible) implements FleetResult {}

  /**
   * What came out.
   *
   * @param members how many targets there are
   * @param moved how many are where they were to go
   * @param failed those that are not, with their reasons
   * @param unreachable those whose server does not answer; the next run looks again
   * @param lost those that were made once, and of which something is not there any more
   * @param left how many were not tried
   */
  record Tally(
      long run,
      int members,
      int moved,
      List<TargetOutcome.Failed> failed,
      List<TargetOutcome.Unreachable> unreachable,
      List<TargetOutcome.Gone> lost,
      int left,
      Duration took) {

    /** Of how many of the unreachable ones it is not known whether this run moved them. */
    public int unknown() {
      return (int) unreachable.stream().filter(TargetOutcome.Unreachable::isUnknown).count();
    }

    /** Whether all are where they were to go. */
    public boolean isWhole() {
      return failed.isEmpty() && unreachable.isEmpty() && lost.isEmpty() && left == 0;
    }
  }
}
