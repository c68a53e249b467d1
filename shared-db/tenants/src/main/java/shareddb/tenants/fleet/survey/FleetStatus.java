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
import shareddb.tenants.fleet.target.FleetTarget;
import shareddb.tenants.fleet.target.FleetTargets;
import shareddb.tenants.fleet.target.LostTarget;
import shareddb.tenants.fleet.target.TargetPosition;

/**
 * Where all targets of a fleet stand.
 *
 * @param unseen those that could not be looked at, and why
 * @param lost those that were made once, and of which something is not there any more
 * @param orphans what is named as the fleet's targets are, and is on no list
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

  /** How many there are, seen or not. */
  public int members() {
    return positions.size() + unseen.size() + lost.size();
  }

  /** How many stand at each version. */
  public SortedMap<Version, Long> versions() {
    return positions.values().stream()
        .collect(
            Collectors.groupingBy(TargetPosition::current, TreeMap::new, Collectors.counting()));
  }

  /** Those that are behind. */
  public List<FleetTarget> behind() {
    return those(TargetPosition::isBehind);
  }

  /** Those whose history does not fit the files. */
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
