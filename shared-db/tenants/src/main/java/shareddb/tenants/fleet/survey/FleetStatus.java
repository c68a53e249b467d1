package shareddb.tenants.fleet.survey;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetPosition;

/**
 * The state of all targets of a fleet.
 *
 * @param unseen the targets that could not be read, with the reasons
 * @param lost the targets that were made before, and whose database, schema or role is missing
 * @param orphans the schemas or databases that are named like the fleet's targets and are not in
 *     its list
 */
public record FleetStatus(
    Map<FleetTarget, TargetPosition> positions,
    Map<FleetTarget, String> unseen,
    Map<FleetTarget, LostTarget> lost,
    List<Target> orphans) {

  public static FleetStatus of(Track track, FleetTargets members) throws SQLException {
    List<FleetTarget> all = members.all();
    FleetSurvey survey = new HistoryProbe(track.readAll()).of(all);
    return new FleetStatus(
        survey.positions(), survey.unseen(), survey.lost(), members.orphans(all));
  }

  /** How many targets there are, including those that could not be read. */
  public int members() {
    return positions.size() + unseen.size() + lost.size();
  }

  /** The number of targets at each version. */
  public SortedMap<Version, Long> versions() {
    return positions.values().stream()
        .collect(
            Collectors.groupingBy(TargetPosition::current, TreeMap::new, Collectors.counting()));
  }

  /** The targets that have pending migrations. */
  public List<FleetTarget> behind() {
    return those(TargetPosition::isBehind);
  }

  /** The targets whose history does not fit the files. */
  public List<FleetTarget> wrong() {
    return those(position -> !position.problems().isEmpty());
  }

  private List<FleetTarget> those(Predicate<TargetPosition> what) {
    return positions.entrySet().stream()
        .filter(entry -> what.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
