package shareddb.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.journal.Run;
import shareddb.journal.RunRecording;
import shareddb.journal.RunTarget;
import shareddb.track.Version;

/**
 * Ends the runs of this track that were stopped: the histories tell what the journal does not, so
 * that no target is left in an unknown state.
 */
record Resumption(RunRecording recording, FleetListener listener) {

  void of(Map<Member, Position> positions) throws SQLException {
    List<Run> stopped =
        recording.stopped().stream().filter(run -> run.id() != recording.id()).toList();
    if (stopped.isEmpty()) {
      return;
    }
    Map<String, Position> current = new HashMap<>();
    positions.forEach(
        (member, position) ->
            current.put(
                key(member.target().admin().database().value(), member.target().schema().value()),
                position));
    for (Run run : stopped) {
      goOn(run, current);
    }
  }

  private void goOn(Run run, Map<String, Position> current) throws SQLException {
    List<RunTarget> open = recording.targets(run).stream().filter(Resumption::isOpen).toList();
    List<RunTarget> found = new ArrayList<>();
    for (RunTarget target : open) {
      Position now = current.get(key(target.database().value(), target.schema().value()));
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

  /** Where no version was to come, the run was for what has none. */
  private static boolean isDone(RunTarget target, Version goal, Position now) {
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

  /** A target that was tried stands at its version before, as far as its row tells. */
  private static Version goal(Run run, RunTarget target) {
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
