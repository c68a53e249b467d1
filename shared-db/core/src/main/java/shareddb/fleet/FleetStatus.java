package shareddb.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import shareddb.migrate.Target;
import shareddb.track.Track;
import shareddb.track.Version;

/**
 * Where all targets of a fleet stand.
 *
 * @param unseen those that could not be looked at, and why
 * @param lost those that were made once, and of which something is not there any more
 * @param orphans what is named as the fleet's targets are, and is on no list
 */
public record FleetStatus(
    Map<Member, Position> positions,
    Map<Member, String> unseen,
    Map<Member, Lost> lost,
    List<Target> orphans) {

  public static FleetStatus of(Track track, Members members) throws SQLException {
    List<Member> all = members.all();
    Survey survey = new Probe(track.readAll()).of(all);
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
        .collect(Collectors.groupingBy(Position::current, TreeMap::new, Collectors.counting()));
  }

  /** Those that are behind. */
  public List<Member> behind() {
    return those(Position::isBehind);
  }

  /** Those whose history does not fit the files. */
  public List<Member> wrong() {
    return those(position -> !position.problems().isEmpty());
  }

  private List<Member> those(Predicate<Position> what) {
    return positions.entrySet().stream()
        .filter(entry -> what.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
