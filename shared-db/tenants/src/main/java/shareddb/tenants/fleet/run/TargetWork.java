package shareddb.tenants.fleet.run;

import java.time.Duration;
import shareddb.base.track.Target;
import shareddb.migrate.script.ScriptBatch;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.tenants.fleet.targets.TargetPosition;

/**
 * One target in a run, with what its earlier tries have shown.
 *
 * @param position the position when it was last read
 * @param tries how many tries were in vain
 * @param blockedSince the time of {@link System#nanoTime} when another session first blocked it; 0
 *     if none has
 * @param isUnanswered whether the answer to a COMMIT was lost, and its history was not read since
 */
public record TargetWork(
    FleetTarget member,
    TargetPosition position,
    int tries,
    long blockedSince,
    boolean isUnanswered) {

  public static TargetWork of(FleetTarget member, TargetPosition position) {
    return new TargetWork(member, position, 0, 0, false);
  }

  TargetWork at(TargetPosition found) {
    return new TargetWork(member, found, tries + 1, blockedSince, false);
  }

  public TargetWork blocked() {
    long since = blockedSince == 0 ? System.nanoTime() : blockedSince;
    return new TargetWork(member, position, tries + 1, since, isUnanswered);
  }

  /** The text of these scripts for the target at its position. */
  public String sql(ScriptBatch whole) {
    Target target = member.target();
    return position.ground().isBare()
        ? whole.onNew(target)
        : whole.on(target, position.newestRank());
  }

  /**
   * The connection broke during its transaction: the worker reads its history before it tries
   * again.
   */
  TargetWork unanswered() {
    return new TargetWork(member, position, tries, blockedSince, true);
  }

  /** The target is tried again with the same position. */
  TargetWork again() {
    return new TargetWork(member, position, tries + 1, blockedSince, isUnanswered);
  }

  public TargetOutcome failed(TargetPosition now, Duration took, String reason) {
    return new TargetOutcome.Failed(member, position.current(), now.current(), took, reason);
  }

  TargetOutcome outOfReach(String why) {
    String reason = isUnanswered ? "it is not known whether it was moved: " + why : why;
    return new TargetOutcome.Unreachable(member, position.current(), reason, isUnanswered);
  }

  public Duration blockedFor() {
    return blockedSince == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - blockedSince);
  }
}
