package shareddb.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.migrate.ScriptCheck;
import shareddb.track.Migration;
import shareddb.track.TrackReading;
import shareddb.track.Version;

/**
 * A fleet that was looked at, with all that is to be done on it.
 *
 * @param unmoved why others cannot be moved
 */
record Planned(
    Goal goal, int members, List<Work> work, Map<Member, String> unmoved, Map<Member, Lost> lost) {

  static Planned of(TrackReading track, Members members, FleetMove move) throws SQLException {
    Version version = move.version(track.migrations());
    Goal goal =
        switch (move) {
          case FleetMove.Up up -> new Goal.Up(version);
          case FleetMove.Down down -> new Goal.Down(version);
        };
    Survey survey = new Probe(track).of(members.all());
    return new Planned(goal, survey.members(), work(goal, survey), survey.reasons(), survey.lost());
  }

  /** All that the goal concerns. */
  static List<Work> work(Goal goal, Survey survey) {
    List<Work> work = new ArrayList<>();
    survey
        .positions()
        .forEach(
            (member, position) -> {
              if (goal.concerns(position)) {
                work.add(Work.of(member, position));
              }
            });
    ScriptCheck.require(work.stream().flatMap(one -> goal.files(one.position())));
    return List.copyOf(work);
  }

  /** How it would end without a single target being changed. */
  Optional<FleetResult> end(List<Migration> migrations) {
    boolean known = migrations.stream().anyMatch(m -> m.version().equals(goal.version()));
    boolean all = goal instanceof Goal.Down && goal.version().equals(Version.NONE);
    if (!known && !all) {
      return Optional.of(
          new FleetResult.UnknownVersion(
              goal.version(), migrations.stream().map(Migration::version).toList()));
    }
    if (work.isEmpty() && unmoved.isEmpty()) {
      return Optional.of(new FleetResult.NothingToDo(members, goal.version()));
    }
    List<Migration> irreversible = goal.irreversible(work.stream().map(Work::position).toList());
    return irreversible.isEmpty()
        ? Optional.empty()
        : Optional.of(new FleetResult.NoUndoScript(irreversible));
  }
}
