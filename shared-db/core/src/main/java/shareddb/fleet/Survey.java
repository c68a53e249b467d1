package shareddb.fleet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where many targets stand.
 *
 * @param unseen those that could not be looked at, and why: their server does not answer, or their
 *     history is locked
 * @param locked those of the unseen whose history is locked
 * @param lost those that were made once, and of which something is not there any more
 */
record Survey(
    Map<Member, Position> positions,
    Map<Member, String> unseen,
    Set<Member> locked,
    Map<Member, Lost> lost) {

  /** Those whose server does not answer. */
  Map<Member, String> away() {
    Map<Member, String> away = new LinkedHashMap<>(unseen);
    away.keySet().removeAll(locked);
    return away;
  }

  int members() {
    return positions.size() + unseen.size() + lost.size();
  }

  /** Why those that have no position have none. */
  Map<Member, String> reasons() {
    Map<Member, String> reasons = new LinkedHashMap<>(unseen);
    lost.forEach((member, what) -> reasons.put(member, what.said()));
    return reasons;
  }
}
