package shareddb.tenants.fleet.run;

import java.time.Duration;
import shareddb.base.track.Target;
import shareddb.migrate.script.ScriptBatch;
import shareddb.tenants.fleet.target.FleetTarget;
import shareddb.tenants.fleet.target.TargetOutcome;
import shareddb.tenants.fleet.target.TargetPosition;

/**
 * One target that is to be moved.
 *
 * @param position where it stood when somebody last looked
 * @param tries how often it was tried in vain
 * @param blockedSince on the clock of {@link System#nanoTime}; 0 where nobody was in the way yet
 * @param isUnanswered whether the answer to a COMMIT of it was lost, and nothing was read since
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

  TargetWork blocked() {
    long since = blockedSince == 0 ? System.nanoTime() : blockedSince;
    return new TargetWork(member, position, tries + 1, since, isUnanswered);
  }

  /** All that these do on it, where it stands. */
  public String sql(ScriptBatch whole) {
    Target target = member.target();
    return position.ground().isBare()
        ? whole.onNew(target)
        : whole.on(target, position.newestRank());
  }

  /** Its connection broke while it was moved: its history is read before it is tried again. */
  TargetWork unanswered() {
    return new TargetWork(member, position, tries, blockedSince, true);
  }

  /** It is tried again as it stood. */
  TargetWork again() {
    return new TargetWork(member, position, tries + 1, blockedSince, isUnanswered);
  }

  TargetOutcome failed(TargetPosition now, Duration took, String reason) {
    return new TargetOutcome.Failed(member, position.current(), now.current(), took, reason);
  }

  TargetOutcome outOfReach(String why) {
    String reason = isUnanswered ? "it is not known whether it was moved: " + why : why;
    return new TargetOutcome.Unreachable(member, position.current(), reason, isUnanswered);
  }

  Duration blockedFor() {
    return blockedSince == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - blockedSince);
  }
}
