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
 */
record Work(Member member, Position position, int tries, long blockedSince) {

  static Work of(Member member, Position position) {
    return new Work(member, position, 0, 0);
  }

  Work at(Position found) {
    return new Work(member, found, tries + 1, blockedSince);
  }

  Work blocked() {
    long since = blockedSince == 0 ? System.nanoTime() : blockedSince;
    return new Work(member, position, tries + 1, since);
  }

  /** All that these do on it, where it stands. */
  String sql(InOneGo whole) {
    Target target = member.target();
    return position.ground().isBare()
        ? whole.onNew(target)
        : whole.on(target, position.newestRank());
  }

  /** It is tried as it stood. */
  Attempt again() {
    return new Attempt.Again(at(position));
  }

  Outcome failed(Position now, Duration took, String reason) {
    return new Outcome.Failed(member, position.current(), now.current(), took, reason);
  }

  Duration blockedFor() {
    return blockedSince == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - blockedSince);
  }
}
