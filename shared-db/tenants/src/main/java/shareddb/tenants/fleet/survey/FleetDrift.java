package shareddb.tenants.fleet.survey;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.schema.catalog.Fingerprint;
import shareddb.schema.drift.CatalogComparison;
import shareddb.tenants.fleet.target.FleetTarget;
import shareddb.tenants.fleet.target.FleetTargets;
import shareddb.tenants.fleet.target.LostTarget;

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
    List<FleetTarget> missing,
    List<FleetTarget> unclear,
    Map<FleetTarget, String> unseen,
    Map<FleetTarget, LostTarget> lost,
    List<Target> orphans) {

  /** One that was dropped meanwhile is like one with nothing in it. */
  private static final Fingerprint DROPPED = new Fingerprint(0, "0");

  /** A schema that is not what its track makes at this version. */
  public record Drifted(FleetTarget member, Version version, CatalogComparison comparison) {}

  public static FleetDrift of(Track track, FleetTargets members) throws SQLException {
    List<FleetTarget> all = members.all();
    TrackReading reading = track.readAll();
    FleetSurvey survey = new HistoryProbe(reading).of(all);
    Map<FleetTarget, String> unseen = new LinkedHashMap<>(survey.unseen());
    List<FleetTarget> missing = new ArrayList<>();
    List<FleetTarget> unclear = new ArrayList<>();
    Map<FleetTarget, Version> clear = new LinkedHashMap<>();
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
        clear.isEmpty()
            ? List.of()
            : drifted(new ReferenceFingerprints(track, reading), clear, unseen);
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
      ReferenceFingerprints reference,
      Map<FleetTarget, Version> versions,
      Map<FleetTarget, String> unseen)
      throws SQLException {
    SurveyAnswers<Fingerprint> found = ParallelProbe.ask(versions.keySet(), Fingerprint::read);
    for (FleetTarget member : List.copyOf(versions.keySet())) {
      Optional<String> why = found.whyNot(member.target());
      if (why.isPresent()) {
        unseen.put(member, why.get());
        versions.remove(member);
      }
    }
    List<Drifted> drifted = new ArrayList<>();
    for (Map.Entry<FleetTarget, Version> entry : versions.entrySet()) {
      FleetTarget member = entry.getKey();
      CatalogComparison comparison =
          reference.compare(
              member, entry.getValue(), found.of().getOrDefault(member.target(), DROPPED));
      if (!comparison.same()) {
        drifted.add(new Drifted(member, entry.getValue(), comparison));
      }
    }
    return List.copyOf(drifted);
  }
}
