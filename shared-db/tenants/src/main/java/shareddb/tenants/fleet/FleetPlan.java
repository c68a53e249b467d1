package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.tenants.fleet.run.FleetScripts;
import shareddb.tenants.fleet.run.TargetGroup;
import shareddb.tenants.fleet.run.TargetWork;
import shareddb.tenants.fleet.target.FailureReason;
import shareddb.tenants.fleet.target.FleetResult;
import shareddb.tenants.fleet.target.FleetTarget;
import shareddb.tenants.fleet.target.FleetTargets;
import shareddb.tenants.fleet.target.LostTarget;
import shareddb.tenants.fleet.target.TargetGoal;
import shareddb.tenants.fleet.target.TargetPosition;

/** What a run over a fleet would do; nothing is changed by looking. */
public sealed interface FleetPlan {

  /** Nothing: it would end like this. */
  record Ended(FleetResult result) implements FleetPlan {}

  /**
   * Something.
   *
   * @param members how many targets there are
   * @param stuck those that cannot be moved as they stand, with the reason
   * @param lost those of them that were made once, and of which something is not there any more
   */
  record Ways(
      int members, Version to, List<Way> ways, List<Stuck> stuck, Map<FleetTarget, LostTarget> lost)
      implements FleetPlan {

    /** How many targets would be moved. */
    public int behind() {
      return ways.stream().mapToInt(way -> way.members().size()).sum();
    }
  }

  /**
   * What is to be done on all targets that stand alike.
   *
   * @param isNew whether their schemas are not there yet
   * @param repeatables what Flyway runs behind the steps
   * @param sql what goes to the server for the first of them, as one transaction; nothing where a
   *     step cannot be part of one, or is Flyway's, so that each target goes step by step
   */
  record Way(
      Version from,
      Version to,
      boolean isNew,
      List<Migration> steps,
      List<RepeatableMigration> repeatables,
      List<FleetTarget> members,
      Optional<String> sql) {}

  /** A target that would fail without anything being run. */
  record Stuck(FleetTarget member, Version at, String reason) {}

  static FleetPlan of(Track track, FleetTargets members, FleetDirection move) throws SQLException {
    TrackReading reading = track.readAll();
    PlannedFleet planned = PlannedFleet.of(reading, members, move);
    Optional<FleetResult> end = planned.end(reading.migrations());
    return end.isPresent() ? new Ended(end.get()) : ways(planned);
  }

  private static FleetPlan ways(PlannedFleet planned) {
    TargetGoal goal = planned.goal();
    List<Stuck> stuck = new ArrayList<>();
    Map<TargetGroup, List<TargetWork>> alike = new LinkedHashMap<>();
    for (TargetWork work : planned.work()) {
      TargetPosition position = work.position();
      if (goal.obstacles(position).isEmpty()) {
        alike.computeIfAbsent(TargetGroup.of(goal, position), key -> new ArrayList<>()).add(work);
      } else {
        String why = FailureReason.of(goal.obstacles(position));
        stuck.add(new Stuck(work.member(), position.current(), why));
      }
    }
    planned.unmoved().forEach((member, why) -> stuck.add(new Stuck(member, Version.NONE, why)));
    FleetScripts scripts = new FleetScripts(goal);
    List<Way> ways = alike.values().stream().map(work -> way(goal, work, scripts)).toList();
    return new Ways(planned.members(), goal.version(), ways, List.copyOf(stuck), planned.lost());
  }

  private static Way way(TargetGoal goal, List<TargetWork> alike, FleetScripts scripts) {
    TargetWork first = alike.getFirst();
    TargetPosition position = first.position();
    return new Way(
        position.current(),
        goal.reached(position),
        position.ground().isBare(),
        goal.steps(position),
        goal.repeatables(position),
        alike.stream().map(TargetWork::member).toList(),
        scripts.of(position).map(first::sql));
  }
}
