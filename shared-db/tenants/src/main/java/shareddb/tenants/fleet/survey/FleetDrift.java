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
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.LostTarget;

/**
 * The drift of a fleet: the catalog of each schema compared with what the track makes at the
 * schema's version.
 *
 * @param compared how many schemas were compared
 * @param drifted the schemas that have the right history and a different catalog
 * @param missing the targets whose schema is still to be made
 * @param unclear the targets whose history does not fit the files, or that have a pending
 *     repeatable migration; there is no reference for these
 * @param unseen the targets that could not be read, with the reasons
 * @param lost the targets that were made before, and whose database, schema or role is missing
 * @param orphans the schemas or databases that are named like the fleet's targets and are not in
 *     its list
 */
public record FleetDrift(
    int compared,
    List<Drifted> drifted,
    List<FleetTarget> missing,
    List<FleetTarget> unclear,
    Map<FleetTarget, String> unseen,
    Map<FleetTarget, LostTarget> lost,
    List<Target> orphans) {

  /** The fingerprint of a schema that was dropped after the survey: that of an empty schema. */
  static final Fingerprint DROPPED = new Fingerprint(0, "0");

  /** A schema whose catalog differs from what its track makes at this version. */
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

  /** Whether every target was compared, none has drifted, and there are no orphans. */
  public boolean isNone() {
    return drifted.isEmpty()
        && missing.isEmpty()
        && unclear.isEmpty()
        && unseen.isEmpty()
        && lost.isEmpty()
        && orphans.isEmpty();
  }

  /**
   * Compares the fingerprints. Targets that cannot be read any more go from {@code versions} to
   * {@code unseen}.
   */
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
