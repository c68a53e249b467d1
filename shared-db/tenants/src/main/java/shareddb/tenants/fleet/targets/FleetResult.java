package shareddb.tenants.fleet.targets;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.journal.FleetRunEntry;

/** The result of a run over a fleet. */
public sealed interface FleetResult {

  /** Every target is at the goal already. The run was not begun and changed nothing. */
  record NothingToDo(int members, Version version) implements FleetResult {}

  /**
   * The run tried every target, except those on servers that do not answer and those that are lost.
   */
  record Done(Tally tally) implements FleetResult {}

  /**
   * The run stopped because too many targets failed.
   *
   * @param allowed how many targets were allowed to fail
   */
  record Stopped(Tally tally, int allowed) implements FleetResult {}

  /**
   * The run ended early, for example because the server or the journal could not be reached. The
   * next run continues it.
   */
  record Interrupted(Tally tally, String why) implements FleetResult {}

  /** Another run works on the targets of this track. */
  record Occupied(Optional<FleetRunEntry> run) implements FleetResult {}

  /**
   * A server has too few free connections. The run was not begun.
   *
   * @param server host and port
   */
  record TooFewConnections(String server, int wanted, int free, int max) implements FleetResult {}

  /** The track has no such version. */
  record UnknownVersion(Version wanted, List<Version> known) implements FleetResult {}

  /** These versions cannot be undone. */
  record NoUndoScript(List<Migration> irreversible) implements FleetResult {}

  /**
   * The numbers of a run, and the targets that it did not take to the goal.
   *
   * @param members how many targets there are
   * @param moved how many targets are at the goal
   * @param failed the targets that are not at the goal, with their reasons
   * @param unreachable the targets that could not be read or reached; the next run tries them again
   * @param lost the targets that were made before, and whose database, schema or role is missing
   * @param left how many targets were not tried
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

    /**
     * How many of the unreachable targets this run may have changed: the answer to a COMMIT was
     * lost.
     */
    public int unknown() {
      return (int) unreachable.stream().filter(TargetOutcome.Unreachable::isUnknown).count();
    }

    /** Whether all targets are at the goal. */
    public boolean isWhole() {
      return failed.isEmpty() && unreachable.isEmpty() && lost.isEmpty() && left == 0;
    }
  }
}
