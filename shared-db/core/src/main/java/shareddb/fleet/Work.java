package shareddb.fleet;

import java.time.Duration;
import shareddb.migrate.InOneGo;
import shareddb.migrate.Target;

/**
 * One target that is to be moved.
 *
 * @param position where it stood when somebody last looked
 * @param tries how often it was tried in vain
 * @param blockedSince on the clock of {@link System#nanoTime}; 0 where nobody was in the way yet
 * @param isUnanswered whether the answer to a COMMIT of it was lost, and nothing was read since
 */
record Work(Member member, Position position, int tries, long blockedSince, boolean isUnanswered) {

  static Work of(Member member, Position position) {
    return new Work(member, position, 0, 0, false);
  }

  Work at(Position found) {
    return new Work(member, found, tries + 1, blockedSince, false);
  }

  Work blocked() {
    long since = blockedSince == 0 ? System.nanoTime() : blockedSince;
    return new Work(member, position, tries + 1, since, isUnanswered);
  }

  /** All that these do on it, where it stands. */
  String sql(InOneGo whole) {
    Target target = member.target();
    return position.ground().isBare()
        ? whole.onNew(target)
        : whole.on(target, position.newestRank());
  }

  /** Its connection broke while it was moved: its history is read before it is tried again. */
  Work unanswered() {
    return new Work(member, position, tries, blockedSince, true);
  }

  /** It is tried again as it stood. */
  Work again() {
    return new Work(member, position, tries + 1, blockedSince, isUnanswered);
  }

  Outcome failed(Position now, Duration took, String reason) {
    return new Outcome.Failed(member, position.current(), now.current(), took, reason);
  }

  Outcome outOfReach(String why) {
    String reason = isUnanswered ? "it is not known whether it was moved: " + why : why;
    return new Outcome.Unreachable(member, position.current(), reason, isUnanswered);
  }

  Duration blockedFor() {
    return blockedSince == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - blockedSince);
  }
}
