package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.baseline.Baseline;
import shareddb.migrate.baseline.BaselineResult;
import shareddb.migrate.journal.RunRecording;
import shareddb.migrate.journal.RunTarget;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.script.StatementError;
import shareddb.schema.drift.VersionMatch;
import shareddb.tenants.fleet.survey.FleetShapes;
import shareddb.tenants.fleet.targets.FleetTarget;

/**
 * Gives each schema that is a version of its track the history of that version. The journal has it
 * as one run.
 */
public final class FleetBaseline {

  private static final String OPERATION = "baseline";

  private record Planned(FleetTarget member, Version version) {

    RunTarget row(RunTarget.Status status, Duration took, Optional<String> error) {
      Target target = member.target();
      Version at = status == RunTarget.Status.FAILED ? Version.NONE : version;
      return new RunTarget(
          member.label(),
          target.admin().database(),
          target.schema(),
          Version.NONE,
          at,
          status,
          took,
          error);
    }
  }

  private FleetBaseline() {}

  /**
   * Records the histories of all shapes that are a version.
   *
   * @param journal the login to the database that has the tool's journal
   */
  public static FleetBaselineResult run(
      Login journal, Track track, FleetShapes shapes, Duration patience) throws SQLException {
    List<Planned> planned = shapes.shapes().stream().flatMap(FleetBaseline::planned).toList();
    if (planned.isEmpty()) {
      return new FleetBaselineResult.Done(0, 0, Map.of(), Duration.ZERO);
    }
    Optional<RunRecording> recording = RunRecording.open(journal, track);
    if (recording.isEmpty()) {
      return new FleetBaselineResult.Occupied(RunRecording.running(journal, track));
    }
    try (RunRecording open = recording.get()) {
      return run(track, planned, patience, open);
    }
  }

  private static Stream<Planned> planned(FleetShapes.Shape shape) {
    return shape.match() instanceof VersionMatch.Is is
        ? shape.members().stream().map(member -> new Planned(member, is.version()))
        : Stream.empty();
  }

  private static FleetBaselineResult run(
      Track track, List<Planned> planned, Duration patience, RunRecording recording)
      throws SQLException {
    long start = System.nanoTime();
    Version newest =
        planned.stream().map(Planned::version).max(Comparator.naturalOrder()).orElse(Version.NONE);
    long run =
        recording.begin(
            OPERATION,
            newest,
            planned.stream()
                .map(one -> one.row(RunTarget.Status.PENDING, Duration.ZERO, Optional.empty()))
                .toList());
    Map<FleetTarget, String> failed = new LinkedHashMap<>();
    for (Planned one : planned) {
      RunTarget row = recorded(track, one, patience);
      row.error().ifPresent(why -> failed.put(one.member(), why));
      recording.add(row);
    }
    recording.end(failed.isEmpty() ? null : failed.size() + " of " + planned.size() + " failed");
    return new FleetBaselineResult.Done(
        run, planned.size() - failed.size(), failed, Duration.ofNanos(System.nanoTime() - start));
  }

  private static RunTarget recorded(Track track, Planned one, Duration patience)
      throws SQLException {
    long start = System.nanoTime();
    BaselineResult result =
        Baseline.run(
            track, one.member().target(), one.version(), UnrecordedListener.withoutRole(patience));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return switch (result) {
      case BaselineResult.Recorded ignored ->
          one.row(RunTarget.Status.DONE, took, Optional.empty());
      case BaselineResult.HasHistory(Version current) ->
          failed(one, took, "it has a history meanwhile, and is at " + current);
      case BaselineResult.NotRecorded(StatementError error) -> failed(one, took, error.line());
      case BaselineResult.Busy(Blocker holder) -> failed(one, took, holder.who() + " works on it");
      case BaselineResult.Unknown(StatementError error) ->
          one.row(
              RunTarget.Status.UNKNOWN,
              took,
              Optional.of("it is not known whether it was done: " + error.line()));
    };
  }

  private static RunTarget failed(Planned one, Duration took, String why) {
    return one.row(RunTarget.Status.FAILED, took, Optional.of(why));
  }
}
