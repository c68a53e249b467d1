package shareddb.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.catalog.Fingerprint;
import shareddb.drift.Comparison;
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
 * @param missing members whose schema is still to be made
 * @param unclear members whose history does not fit the files, or who still have a repeatable
 *     migration's old text, so that nobody knows what is right
 * @param unseen those that could not be looked at, and why
 * @param lost those that were made once, and of which something is not there any more
 * @param orphans what is named as the fleet's targets are, and is on no list
 */
public record FleetDrift(
    int compared,
    List<Drifted> drifted,
    List<Member> missing,
    List<Member> unclear,
    Map<Member, String> unseen,
    Map<Member, Lost> lost,
    List<Target> orphans) {

  /** One that was dropped meanwhile is like one with nothing in it. */
  private static final Fingerprint DROPPED = new Fingerprint(0, "0");

  /** A schema that is not what its track makes at this version. */
  public record Drifted(Member member, Version version, Comparison comparison) {}

  public static FleetDrift of(Track track, Members members) throws SQLException {
    List<Member> all = members.all();
    TrackReading reading = track.readAll();
    Survey survey = new Probe(reading).of(all);
    Map<Member, String> unseen = new LinkedHashMap<>(survey.unseen());
    List<Member> missing = new ArrayList<>();
    List<Member> unclear = new ArrayList<>();
    Map<Member, Version> clear = new LinkedHashMap<>();
    survey
        .positions()
        .forEach(
            (member, position) -> {
              if (position.ground().isBare()) {
                missing.add(member);
              } else if (!position.problems().isEmpty() || !position.repeatables().isEmpty()) {
                unclear.add(member);
              } else {
                clear.put(member, position.current());
              }
            });
    List<Drifted> drifted =
        clear.isEmpty() ? List.of() : drifted(new Reference(track, reading), clear, unseen);
    return new FleetDrift(
        clear.size(), drifted, missing, unclear, unseen, survey.lost(), members.orphans(all));
  }

  /** How many targets there are. */
  public int members() {
    return compared + missing.size() + unclear.size() + unseen.size() + lost.size();
  }

  /** Whether all is as it should be. */
  public boolean isNone() {
    return drifted.isEmpty()
        && missing.isEmpty()
        && unclear.isEmpty()
        && unseen.isEmpty()
        && lost.isEmpty()
        && orphans.isEmpty();
  }

  /** Who is not to be seen any more is none of the compared. */
  private static List<Drifted> drifted(
      Reference reference, Map<Member, Version> versions, Map<Member, String> unseen)
      throws SQLException {
    Answers<Fingerprint> found = SideBySide.ask(versions.keySet(), Fingerprint::read);
    for (Member member : List.copyOf(versions.keySet())) {
      Optional<String> why = found.whyNot(member.target());
      if (why.isPresent()) {
        unseen.put(member, why.get());
        versions.remove(member);
      }
    }
    List<Drifted> drifted = new ArrayList<>();
    for (Map.Entry<Member, Version> entry : versions.entrySet()) {
      Member member = entry.getKey();
      Comparison comparison =
          reference.compare(
              member, entry.getValue(), found.of().getOrDefault(member.target(), DROPPED));
      if (!comparison.same()) {
        drifted.add(new Drifted(member, entry.getValue(), comparison));
      }
    }
    return List.copyOf(drifted);
  }
}
