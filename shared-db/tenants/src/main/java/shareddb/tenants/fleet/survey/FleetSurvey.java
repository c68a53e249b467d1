package shareddb.tenants.fleet.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetPosition;

/**
 * The positions of many targets, read before a run or a report.
 *
 * @param unseen the targets that could not be read, with the reasons: their server does not answer,
 *     or their history is locked
 * @param locked the targets among the unseen ones whose history is locked
 * @param lost the targets that were made before, and whose database, schema or role is missing
 */
public record FleetSurvey(
    Map<FleetTarget, TargetPosition> positions,
    Map<FleetTarget, String> unseen,
    Set<FleetTarget> locked,
    Map<FleetTarget, LostTarget> lost) {

  /** The targets whose server does not answer. */
  public Map<FleetTarget, String> away() {
    Map<FleetTarget, String> away = new LinkedHashMap<>(unseen);
    away.keySet().removeAll(locked);
    return away;
  }

  public int members() {
    return positions.size() + unseen.size() + lost.size();
  }

  /** The reasons of all targets that have no position. */
  public Map<FleetTarget, String> reasons() {
    Map<FleetTarget, String> reasons = new LinkedHashMap<>(unseen);
    lost.forEach((member, what) -> reasons.put(member, what.said()));
    return reasons;
  }
}
