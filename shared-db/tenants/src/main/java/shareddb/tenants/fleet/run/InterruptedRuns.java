package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.track.Version;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.RunRecording;
import shareddb.migrate.journal.RunTarget;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.TargetPosition;

/**
 * Ends the runs of this track that were stopped. Targets without an outcome in the journal get it
 * from their histories.
 */
public record InterruptedRuns(RunRecording recording, FleetListener listener) {

  public void of(Map<FleetTarget, TargetPosition> positions) throws SQLException {
    List<FleetRunEntry> stopped =
        recording.stopped().stream().filter(run -> run.id() != recording.id()).toList();
    if (stopped.isEmpty()) {
      return;
    }
    Map<String, TargetPosition> current = new HashMap<>();
    positions.forEach(
        (member, position) ->
            current.put(
                key(member.target().admin().database().value(), member.target().schema().value()),
                position));
    for (FleetRunEntry run : stopped) {
      goOn(run, current);
    }
  }

  private void goOn(FleetRunEntry run, Map<String, TargetPosition> current) throws SQLException {
    List<RunTarget> open = recording.targets(run).stream().filter(InterruptedRuns::isOpen).toList();
    List<RunTarget> found = new ArrayList<>();
    for (RunTarget target : open) {
      TargetPosition now = current.get(key(target.database().value(), target.schema().value()));
      boolean isDone = now != null && isDone(target, goal(run, target), now);
      found.add(
          asFound(
              target,
              now == null ? target.from() : now.current(),
              isDone ? RunTarget.Status.DONE : RunTarget.Status.LEFT));
    }
    recording.continues(run, found);
    long done = found.stream().filter(t -> t.status() == RunTarget.Status.DONE).count();
    listener.hears(new FleetEvent.GoesOn(run.id(), open.size(), (int) done));
  }

  /**
   * Whether the target reached the goal of its run. If the run began at that version, it was for
   * repeatable migrations, and none may be pending.
   */
  private static boolean isDone(RunTarget target, Version goal, TargetPosition now) {
    boolean isThere = now.current().equals(goal);
    return isThere && (!target.from().equals(goal) || now.repeatables().isEmpty());
  }

  private static RunTarget asFound(RunTarget target, Version at, RunTarget.Status status) {
    return new RunTarget(
        target.label(),
        target.database(),
        target.schema(),
        target.from(),
        at,
        status,
        target.took(),
        Optional.empty());
  }

  /**
   * The version that the run wanted for this target. The row of a target with a lost COMMIT has
   * only the version before, so the run's version counts.
   */
  private static Version goal(FleetRunEntry run, RunTarget target) {
    return target.status() == RunTarget.Status.UNKNOWN ? run.to() : target.to();
  }

  private static boolean isOpen(RunTarget target) {
    return switch (target.status()) {
      case PENDING, UNKNOWN -> true;
      case DONE, FAILED, LEFT -> false;
    };
  }

  private static String key(String database, String schema) {
    return database + "/" + schema;
  }
}
