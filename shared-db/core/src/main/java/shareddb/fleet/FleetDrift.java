package shareddb.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shareddb.catalog.Fingerprint;
import shareddb.drift.Comparison;
import shareddb.fleet.Position.Ground;
import shareddb.migrate.Target;
import shareddb.track.Track;
import shareddb.track.TrackReading;
import shareddb.track.Version;

/**
 * What is really in the schemas of a fleet, held against what the track makes at the version that
 * each of them claims.
 *
 * @param compared how many schemas were looked at
 * @param drifted those that have the right history and the wrong content
 * @param missing members without a schema
 * @param unclear members whose history does not fit the files, or who still have a repeatable
 *     migration's old text, so that nobody knows what is right
 * @param orphans schemas that have a history and a name as the fleet's have, and are on no list
 */
public record FleetDrift(
    int compared,
    List<Drifted> drifted,
    List<Member> missing,
    List<Member> unclear,
    List<Target> orphans) {

  /** One that was dropped meanwhile is like one with nothing in it. */
  private static final Fingerprint DROPPED = new Fingerprint(0, "0");

  /** A schema that is not what its track makes at this version. */
  public record Drifted(Member member, Version version, Comparison comparison) {}

  public static FleetDrift of(Track track, Members members) throws SQLException {
    List<Member> all = members.all();
    TrackReading reading = track.readAll();
    Map<Member, Position> positions = new Probe(reading).of(all);
    List<Member> missing = new ArrayList<>();
    List<Member> unclear = new ArrayList<>();
    Map<Member, Version> clear = new LinkedHashMap<>();
    positions.forEach(
        (member, position) -> {
          if (position.ground() == Ground.NOTHING) {
            missing.add(member);
          } else if (!position.problems().isEmpty() || !position.repeatables().isEmpty()) {
            unclear.add(member);
          } else {
            clear.put(member, position.current());
          }
        });
    List<Drifted> drifted =
        clear.isEmpty() ? List.of() : drifted(new Reference(track, reading), clear);
    return new FleetDrift(
        clear.size(), drifted, missing, unclear, FleetStatus.orphans(members, all));
  }

  /** Whether all is as it should be. */
  public boolean isNone() {
    return drifted.isEmpty() && missing.isEmpty() && unclear.isEmpty() && orphans.isEmpty();
  }

  private static List<Drifted> drifted(Reference reference, Map<Member, Version> versions)
      throws SQLException {
    Map<Target, Fingerprint> found = SideBySide.ask(versions.keySet(), Fingerprint::read);
    List<Drifted> drifted = new ArrayList<>();
    for (Map.Entry<Member, Version> entry : versions.entrySet()) {
      Member member = entry.getKey();
      Comparison comparison =
          reference.compare(member, entry.getValue(), found.getOrDefault(member.target(), DROPPED));
      if (!comparison.same()) {
        drifted.add(new Drifted(member, entry.getValue(), comparison));
      }
    }
    return List.copyOf(drifted);
  }
}
