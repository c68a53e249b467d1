package shareddb.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import shareddb.track.Track;
import shareddb.track.TrackReading;

/** Runs a fleet's move for real in its targets, each in a transaction, and takes all of it back. */
public final class FleetRehearsal {

  private FleetRehearsal() {}

  /**
   * In all targets that are behind, or in so many of them, of each kind some.
   *
   * @param listener hears each target; the run has no number
   */
  public static FleetTrial run(
      Track track,
      Members members,
      FleetMove move,
      FleetOptions options,
      OptionalInt sample,
      FleetListener listener)
      throws SQLException {
    long start = System.nanoTime();
    TrackReading reading = track.readAll();
    Planned planned = Planned.of(reading, members, move);
    Optional<FleetResult> end = planned.end(reading.migrations());
    if (end.isPresent()) {
      return new FleetTrial.Ended(end.get());
    }
    List<Work> chosen = chosen(planned, sample);
    TrialOutcomes outcomes = new TrialOutcomes(listener);
    listener.hears(
        new FleetEvent.Begins(0, planned.members(), chosen.size(), planned.goal().version()));
    new Crew(
            () -> new Trial(planned.goal(), reading, options.patience()),
            outcomes,
            options.connections())
        .work(chosen);
    outcomes.check();
    return new FleetTrial.Tried(
        planned.members(),
        planned.work().size(),
        outcomes.passed(),
        outcomes.failed(),
        outcomes.count() + planned.unmoved().size(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** Evenly from all that are to be moved, once those that stand alike are put together. */
  private static List<Work> chosen(Planned planned, OptionalInt sample) {
    Map<Alike, List<Work>> alike = new LinkedHashMap<>();
    for (Work work : planned.work()) {
      Alike key = Alike.of(planned.goal(), work.position());
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(work);
    }
    List<Work> all = alike.values().stream().flatMap(Collection::stream).toList();
    int wanted = Math.min(sample.orElse(all.size()), all.size());
    List<Work> chosen = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      chosen.add(all.get((int) ((long) i * all.size() / wanted)));
    }
    return chosen;
  }
}
