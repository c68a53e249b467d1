package shareddb.tenants.fleet.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import shareddb.tenants.fleet.target.FleetTarget;
import shareddb.tenants.fleet.target.LostTarget;
import shareddb.tenants.fleet.target.TargetPosition;

/**
 * Where many targets stand.
 *
 * @param unseen those that could not be looked at, and why: their server does not answer, or their
 *     history is locked
 * @param locked those of the unseen whose history is locked
 * @param lost those that were made once, and of which something is not there any more
 */
public record FleetSurvey(
    Map<FleetTarget, TargetPosition> positions,
    Map<FleetTarget, String> unseen,
    Set<FleetTarget> locked,
    Map<FleetTarget, LostTarget> lost) {

  /** Those whose server does not answer. */
  public Map<FleetTarget, String> away() {
    Map<FleetTarget, String> away = new LinkedHashMap<>(unseen);
    away.keySet().removeAll(locked);
    return away;
  }

  public int members() {
    return positions.size() + unseen.size() + lost.size();
  }

  /** Why those that have no position have none. */
  public Map<FleetTarget, String> reasons() {
    Map<FleetTarget, String> reasons = new LinkedHashMap<>(unseen);
    lost.forEach((member, what) -> reasons.put(member, what.said()));
    return reasons;
  }
}
