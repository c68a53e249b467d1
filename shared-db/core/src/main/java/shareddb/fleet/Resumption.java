package shareddb.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Version> current = new HashMap<>();
    positions.forEach(
        (member, position) ->
            current.put(
                key(member.target().admin().database().value(), member.target().schema().value()),
                position.current()));
    for (Run run : stopped) {
      goOn(run, current);
    }
  }

  private void goOn(Run run, Map<String, Version> current) throws SQLException {
    List<RunTarget> open =
        recording.targets(run).stream()
            .filter(target -> target.status() == RunTarget.Status.PENDING)
            .toList();
    List<RunTarget> found = new ArrayList<>();
    for (RunTarget target : open) {
      Version at = current.get(key(target.database().value(), target.schema().value()));
      found.add(asFound(target, at == null ? target.from() : at));
    }
    recording.continues(run, found);
    long done = found.stream().filter(t -> t.status() == RunTarget.Status.DONE).count();
    listener.hears(new FleetEvent.GoesOn(run.id(), open.size(), (int) done));
  }

  private static RunTarget asFound(RunTarget target, Version at) {
    boolean done = at.equals(target.to());
    return new RunTarget(
        target.label(),
        target.database(),
        target.schema(),
        target.from(),
        at,
        done ? RunTarget.Status.DONE : RunTarget.Status.LEFT,
        target.took(),
        target.error());
  }

  private static String key(String database, String schema) {
    return database + "/" + schema;
  }
}
