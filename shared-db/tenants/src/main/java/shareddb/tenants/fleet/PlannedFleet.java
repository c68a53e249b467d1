package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.ScriptCheck;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.tenants.fleet.run.TargetWork;
import shareddb.tenants.fleet.survey.FleetSurvey;
import shareddb.tenants.fleet.survey.HistoryProbe;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetGoal;

/**
 * The survey of a fleet, and the work that the goal asks for.
 *
 * @param unmoved the targets that cannot be worked on, with the reasons
 * @param lost the targets among them that were made before, and whose database, schema or role is
 *     missing
 */
record PlannedFleet(
    TargetGoal goal,
    int members,
    List<TargetWork> work,
    Map<FleetTarget, String> unmoved,
    Map<FleetTarget, LostTarget> lost) {

  static PlannedFleet of(TrackReading track, FleetTargets members, FleetDirection move)
      throws SQLException {
    Version version = move.version(track.migrations());
    TargetGoal goal =
        switch (move) {
          case FleetDirection.Up up -> new TargetGoal.Up(version);
          case FleetDirection.Down down -> new TargetGoal.Down(version);
        };
    FleetSurvey survey = new HistoryProbe(track).of(members.all());
    return new PlannedFleet(
        goal, survey.members(), work(goal, survey), survey.reasons(), survey.lost());
  }

  /** The targets that the goal concerns. Throws if one of their scripts cannot be run. */
  static List<TargetWork> work(TargetGoal goal, FleetSurvey survey) {
    List<TargetWork> work = new ArrayList<>();
    survey
        .positions()
        .forEach(
            (member, position) -> {
              if (goal.concerns(position)) {
                work.add(TargetWork.of(member, position));
              }
            });
    ScriptCheck.require(work.stream().flatMap(one -> goal.files(one.position())));
    return List.copyOf(work);
  }

  /** The result if the operation would end before it changed a target. */
  Optional<FleetResult> end(List<Migration> migrations) {
    boolean known = migrations.stream().anyMatch(m -> m.version().equals(goal.version()));
    boolean all = goal instanceof TargetGoal.Down && goal.version().equals(Version.NONE);
    if (!known && !all) {
      return Optional.of(
          new FleetResult.UnknownVersion(
              goal.version(), migrations.stream().map(Migration::version).toList()));
    }
    if (work.isEmpty() && unmoved.isEmpty()) {
      return Optional.of(new FleetResult.NothingToDo(members, goal.version()));
    }
    List<Migration> irreversible =
        goal.irreversible(work.stream().map(TargetWork::position).toList());
    return irreversible.isEmpty()
        ? Optional.empty()
        : Optional.of(new FleetResult.NoUndoScript(irreversible));
  }
}
