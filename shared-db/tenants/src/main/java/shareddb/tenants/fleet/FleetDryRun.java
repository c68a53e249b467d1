package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.run.TargetGroup;
import shareddb.tenants.fleet.run.TargetWork;
import shareddb.tenants.fleet.run.WorkerPool;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTargets;

/**
 * Runs the scripts of a fleet's upgrade or downgrade in its targets, each target in a transaction
 * that is rolled back.
 */
public final class FleetDryRun {

  private FleetDryRun() {}

  /**
   * Tries all targets that the operation would change, or a sample of them.
   *
   * @param sample the size of the sample, which is spread over targets with different work
   * @param listener receives an event for each target; the run has the number 0
   */
  public static FleetDryRunResult run(
      Track track,
      FleetTargets members,
      FleetDirection move,
      FleetOptions options,
      OptionalInt sample,
      FleetListener listener)
      throws SQLException {
    long start = System.nanoTime();
    TrackReading reading = track.readAll();
    PlannedFleet planned = PlannedFleet.of(reading, members, move);
    Optional<FleetResult> end = planned.end(reading.migrations());
    if (end.isPresent()) {
      return new FleetDryRunResult.Ended(end.get());
    }
    List<TargetWork> chosen = chosen(planned, sample);
    DryRunOutcomes outcomes = new DryRunOutcomes(listener);
    listener.hears(
        new FleetEvent.Begins(0, planned.members(), chosen.size(), planned.goal().version()));
    new WorkerPool(
            () -> new DryRunWorker(planned.goal(), reading, options.patience()),
            outcomes,
            options.connections())
        .work(chosen);
    outcomes.check();
    return new FleetDryRunResult.Tried(
        planned.members(),
        planned.work().size(),
        outcomes.passed(),
        outcomes.failed(),
        outcomes.count() + planned.unmoved().size(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** Sorts the targets into groups with the same work, and takes every n-th of them. */
  private static List<TargetWork> chosen(PlannedFleet planned, OptionalInt sample) {
    Map<TargetGroup, List<TargetWork>> alike = new LinkedHashMap<>();
    for (TargetWork work : planned.work()) {
      TargetGroup key = TargetGroup.of(planned.goal(), work.position());
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(work);
    }
    List<TargetWork> all = alike.values().stream().flatMap(Collection::stream).toList();
    int wanted = Math.min(sample.orElse(all.size()), all.size());
    List<TargetWork> chosen = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      chosen.add(all.get((int) ((long) i * all.size() / wanted)));
    }
    return chosen;
  }
}
