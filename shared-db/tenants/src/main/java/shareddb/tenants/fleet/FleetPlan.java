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
import shareddb.tenants.fleet.targets.FailureReason;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetGoal;
import shareddb.tenants.fleet.targets.TargetPosition;

/** What a run over a fleet would do. The plan changes nothing. */
public sealed interface FleetPlan {

  /** The run would end with this result before it changed a target. */
  record Ended(FleetResult result) implements FleetPlan {}

  /**
   * The run would work on targets.
   *
   * @param members how many targets there are
   * @param stuck the targets that the run cannot change, with the reason
   * @param lost the targets among them that were made before, and whose database, schema or role is
   *     missing
   */
  record Ways(
      int members, Version to, List<Way> ways, List<Stuck> stuck, Map<FleetTarget, LostTarget> lost)
      implements FleetPlan {

    /** How many targets the run would change. */
    public int behind() {
      return ways.stream().mapToInt(way -> way.members().size()).sum();
    }
  }

  /**
   * The work that is the same for several targets.
   *
   * @param isNew whether their schemas are still to be made
   * @param repeatables the repeatable migrations that Flyway runs after the steps
   * @param sql the text of the first target's transaction; empty if a step cannot be in a
   *     transaction or is Flyway's to run, so that each target is done step by step
   */
  record Way(
      Version from,
      Version to,
      boolean isNew,
      List<Migration> steps,
      List<RepeatableMigration> repeatables,
      List<FleetTarget> members,
      Optional<String> sql) {}

  /** A target that would fail before any script is run. */
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
