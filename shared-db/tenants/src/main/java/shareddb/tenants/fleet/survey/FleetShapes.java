package shareddb.tenants.fleet.survey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.catalog.Fingerprint;
import shareddb.schema.drift.VersionMatch;
import shareddb.schema.drift.VersionSearch;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetPosition;

/**
 * The schemas of a fleet that have no history, grouped by their fingerprints. Each group is
 * compared with all versions of the track.
 *
 * @param shapes the groups, the largest first
 * @param withHistory how many targets have a history already
 * @param missing the targets whose schema is still to be made
 * @param unseen the targets that could not be read, with the reasons
 * @param lost the targets that were made before, and whose database, schema or role is missing
 */
public record FleetShapes(
    List<Shape> shapes,
    int withHistory,
    List<FleetTarget> missing,
    Map<FleetTarget, String> unseen,
    Map<FleetTarget, LostTarget> lost) {

  /** Schemas with the same content, and the version that this is or comes nearest to. */
  public record Shape(List<FleetTarget> members, VersionMatch match) {}

  public static FleetShapes of(Track track, FleetTargets targets) throws SQLException {
    TrackReading reading = track.readAll();
    FleetSurvey survey = new HistoryProbe(reading).of(targets.all());
    Map<FleetTarget, String> unseen = new LinkedHashMap<>(survey.unseen());
    List<FleetTarget> without = with(survey, TargetPosition.Ground.NO_HISTORY);
    SurveyAnswers<Fingerprint> found = ParallelProbe.ask(without, Fingerprint::read);
    Map<Fingerprint, List<FleetTarget>> groups = new LinkedHashMap<>();
    for (FleetTarget member : without) {
      Optional<String> why = found.whyNot(member.target());
      if (why.isPresent()) {
        unseen.put(member, why.get());
      } else {
        groups
            .computeIfAbsent(
                found.of().getOrDefault(member.target(), FleetDrift.DROPPED),
                like -> new ArrayList<>())
            .add(member);
      }
    }
    return new FleetShapes(
        shapes(track, List.copyOf(groups.values())),
        with(survey, TargetPosition.Ground.HISTORY).size(),
        survey.positions().entrySet().stream()
            .filter(entry -> entry.getValue().ground().isBare())
            .map(Map.Entry::getKey)
            .toList(),
        unseen,
        survey.lost());
  }

  /** The targets that are none of the track's versions, or could not be looked at. */
  public boolean areAllVersions() {
    return unseen.isEmpty()
        && lost.isEmpty()
        && shapes.stream().allMatch(shape -> shape.match() instanceof VersionMatch.Is);
  }

  private static List<FleetTarget> with(FleetSurvey survey, TargetPosition.Ground ground) {
    return survey.positions().entrySet().stream()
        .filter(entry -> entry.getValue().ground() == ground)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Shape> shapes(Track track, List<List<FleetTarget>> groups)
      throws SQLException {
    if (groups.isEmpty()) {
      return List.of();
    }
    List<Catalog> catalogs = new ArrayList<>();
    for (List<FleetTarget> group : groups) {
      catalogs.add(catalog(group.getFirst().target()));
    }
    Target like = groups.getFirst().getFirst().target();
    List<VersionMatch> matches = VersionSearch.of(track, like, catalogs);
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      shapes.add(new Shape(List.copyOf(groups.get(i)), matches.get(i)));
    }
    shapes.sort(Comparator.comparing(shape -> -shape.members().size()));
    return List.copyOf(shapes);
  }

  private static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
