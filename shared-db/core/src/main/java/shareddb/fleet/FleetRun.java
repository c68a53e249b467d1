package shareddb.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import shareddb.fleet.FleetOptions.Roles;
import shareddb.journal.RunRecording;
import shareddb.journal.Runs;
import shareddb.migrate.Target;
import shareddb.settings.Login;
import shareddb.track.Migration;
import shareddb.track.Track;
import shareddb.track.TrackReading;

/** Takes a fleet to its goal: looks, plans, writes the plan down, and then wave after wave. */
final class FleetRun {

  private final Login journal;
  private final Track track;
  private final TrackReading reading;
  private final Goal goal;
  private final FleetOptions options;
  private final FleetListener listener;
  private final Probe probe;
  private final Scripts scripts;

  FleetRun(
      Login journal,
      Track track,
      TrackReading reading,
      Goal goal,
      FleetOptions options,
      FleetListener listener) {
    this.journal = journal;
    this.track = track;
    this.reading = reading;
    this.goal = goal;
    this.options = options;
    this.listener = listener;
    this.probe = new Probe(reading);
    this.scripts = new Scripts(goal);
  }

  FleetResult over(List<Member> members) throws SQLException {
    Survey survey = probe.of(members);
    List<Work> work = new ArrayList<>(Planned.work(goal, survey));
    survey.locked().forEach(member -> work.add(Work.of(member, probe.unread(member))));
    if (work.isEmpty() && survey.reasons().isEmpty()) {
      settle(survey);
      return new FleetResult.NothingToDo(members.size(), goal.version());
    }
    List<Migration> irreversible = goal.irreversible(work.stream().map(Work::position).toList());
    if (!irreversible.isEmpty()) {
      return new FleetResult.NoUndoScript(irreversible);
    }
    Optional<RunRecording> recording = RunRecording.open(journal, track);
    if (recording.isEmpty()) {
      return new FleetResult.Occupied(RunRecording.running(journal, track));
    }
    try (RunRecording open = recording.get()) {
      Optional<FleetResult> tooFew =
          new Budget(journal, open.session(), options.connections()).check(work);
      return tooFew.isPresent() ? tooFew.get() : alone(survey, work, open);
    }
  }

  /** A run that was stopped may have done all of it, and not have come to write that down. */
  private void settle(Survey survey) throws SQLException {
    if (new Runs(journal).anyOpen(track)) {
      Optional<RunRecording> recording = RunRecording.open(journal, track);
      if (recording.isPresent()) {
        try (RunRecording open = recording.get()) {
          new Resumption(open, listener).of(survey.positions());
        }
      }
    }
  }

  /** Who was moved by somebody else since we looked is found out when it comes to him. */
  private FleetResult alone(Survey survey, List<Work> work, RunRecording recording)
      throws SQLException {
    long start = System.nanoTime();
    Ledger ledger = new Ledger(recording, goal, listener);
    ledger.begin(survey, work);
    new Resumption(recording, listener).of(survey.positions());
    makeRoles(work, recording.session());
    List<List<Work>> waves = options.waves().of(work);
    Crew crew = new Crew(movers(), ledger, options.connections());
    for (int i = 0; i < waves.size() && ledger.goesOn(); i++) {
      ledger.wave(i + 1, waves.size(), waves.get(i), options.waves());
      crew.work(waves.get(i));
    }
    return ledger.result(survey.members(), Duration.ofNanos(System.nanoTime() - start));
  }

  private Supplier<Worker> movers() {
    Outages outages = new Outages(journal);
    return () ->
        new Mover(
            goal,
            probe,
            scripts,
            new OneByOne(track, reading, goal, options.patience()),
            new Groundwork(options.roles()),
            outages);
  }

  /** Those that one API takes; where an API logs in as each, they are seen to one by one. */
  private void makeRoles(List<Work> work, Connection session) throws SQLException {
    if (!(options.roles() instanceof Roles.Taken taken)) {
      return;
    }
    Map<Login, List<Target>> targets = new LinkedHashMap<>();
    for (Work one : work) {
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
