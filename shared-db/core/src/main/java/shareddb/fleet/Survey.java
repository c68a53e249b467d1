package shareddb.fleet;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where many targets stand.
 *
 * @param unseen those whose server does not answer, and what it says instead
 * @param lost those that were made once, and of which something is not there any more
 */
record Survey(Map<Member, Position> positions, Map<Member, String> unseen, Map<Member, Lost> lost) {

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
