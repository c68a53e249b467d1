package shareddb.tenants.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import shareddb.base.settings.Login;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.migrate.journal.RunJournal;
import shareddb.migrate.journal.RunRecording;
import shareddb.tenants.fleet.run.ConnectionBudget;
import shareddb.tenants.fleet.run.DatabaseAndRole;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.run.FleetOptions.Roles;
import shareddb.tenants.fleet.run.FleetScripts;
import shareddb.tenants.fleet.run.FleetWorker;
import shareddb.tenants.fleet.run.InterruptedRuns;
import shareddb.tenants.fleet.run.RunOutcomes;
import shareddb.tenants.fleet.run.ServerOutages;
import shareddb.tenants.fleet.run.SingleTarget;
import shareddb.tenants.fleet.run.TargetWork;
import shareddb.tenants.fleet.run.UpgradeWorker;
import shareddb.tenants.fleet.run.WorkerPool;
import shareddb.tenants.fleet.survey.FleetSurvey;
import shareddb.tenants.fleet.survey.HistoryProbe;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.TargetGoal;

/**
 * Runs an upgrade or downgrade over a fleet: it reads all histories, writes the plan to the
 * journal, and works wave after wave.
 */
final class FleetRun {

  private final Login journal;
  private final Track track;
  private final TrackReading reading;
  private final TargetGoal goal;
  private final FleetOptions options;
  private final FleetListener listener;
  private final HistoryProbe probe;
  private final FleetScripts scripts;

  FleetRun(
      Login journal,
      Track track,
      TrackReading reading,
      TargetGoal goal,
      FleetOptions options,
      FleetListener listener) {
    this.journal = journal;
    this.track = track;
    this.reading = reading;
    this.goal = goal;
    this.options = options;
    this.listener = listener;
    this.probe = new HistoryProbe(reading);
    this.scripts = new FleetScripts(goal);
  }

  FleetResult over(List<FleetTarget> members) throws SQLException {
    FleetSurvey survey = probe.of(members);
    List<TargetWork> work = new ArrayList<>(PlannedFleet.work(goal, survey));
    survey.locked().forEach(member -> work.add(TargetWork.of(member, probe.unread(member))));
    if (work.isEmpty() && survey.reasons().isEmpty()) {
      settle(survey);
      return new FleetResult.NothingToDo(members.size(), goal.version());
    }
    List<Migration> irreversible =
        goal.irreversible(work.stream().map(TargetWork::position).toList());
    if (!irreversible.isEmpty()) {
      return new FleetResult.NoUndoScript(irreversible);
    }
    Optional<RunRecording> recording = RunRecording.open(journal, track);
    if (recording.isEmpty()) {
      return new FleetResult.Occupied(RunRecording.running(journal, track));
    }
    try (RunRecording open = recording.get()) {
      Optional<FleetResult> tooFew =
          new ConnectionBudget(journal, open.session(), options.connections())
              .check(work.stream().map(one -> one.member().target()).toList());
      return tooFew.isPresent() ? tooFew.get() : alone(survey, work, open);
    }
  }

  /**
   * Ends interrupted runs in the journal: such a run may have changed all its targets before it
   * could write that to the journal.
   */
  private void settle(FleetSurvey survey) throws SQLException {
    if (new RunJournal(journal).anyOpen(track)) {
      Optional<RunRecording> recording = RunRecording.open(journal, track);
      if (recording.isPresent()) {
        try (RunRecording open = recording.get()) {
          new InterruptedRuns(open, listener).of(survey.positions());
        }
      }
    }
  }

  /**
   * Runs while the recording keeps out other runs on this track. If another session has changed a
   * target since the survey, the worker finds that out when it comes to the target.
   */
  private FleetResult alone(FleetSurvey survey, List<TargetWork> work, RunRecording recording)
      throws SQLException {
    long start = System.nanoTime();
    RunOutcomes outcomes = new RunOutcomes(recording, goal, listener);
    outcomes.begin(survey, work);
    new InterruptedRuns(recording, listener).of(survey.positions());
    makeRoles(work, recording.session());
    List<List<TargetWork>> waves = options.waves().of(work);
    WorkerPool pool = new WorkerPool(workers(), outcomes, options.connections());
    for (int i = 0; i < waves.size() && outcomes.goesOn(); i++) {
      outcomes.wave(i + 1, waves.size(), waves.get(i), options.waves());
      pool.work(waves.get(i));
    }
    return outcomes.result(survey.members(), Duration.ofNanos(System.nanoTime() - start));
  }

  private Supplier<FleetWorker> workers() {
    ServerOutages outages = new ServerOutages(journal);
    return () ->
        new UpgradeWorker(
            goal,
            probe,
            scripts,
            new SingleTarget(track, reading, goal, options.patience()),
            new DatabaseAndRole(options.roles()),
            outages);
  }

  /**
   * Makes the roles of all targets if one API takes them. If an API logs in as each, a worker makes
   * the role of each target before its scripts.
   */
  private void makeRoles(List<TargetWork> work, Connection session) throws SQLException {
    if (!(options.roles() instanceof Roles.Taken taken)) {
      return;
    }
    Map<Login, List<Target>> targets = new LinkedHashMap<>();
    for (TargetWork one : work) {
      Target target = one.member().target();
      targets.computeIfAbsent(target.admin(), login -> new ArrayList<>()).add(target);
    }
    for (Map.Entry<Login, List<Target>> database : targets.entrySet()) {
      if (database.getKey().equals(journal)) {
        taken.ensure(session, database.getValue());
      } else {
        try (Connection connection = database.getKey().connect()) {
          taken.ensure(connection, database.getValue());
        }
      }
    }
  }
}
