package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.track.Version;
import shareddb.migrate.journal.RunRecording;
import shareddb.migrate.journal.RunTarget;
import shareddb.tenants.fleet.survey.FleetSurvey;
import shareddb.tenants.fleet.targets.FailureReason;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.TargetGoal;
import shareddb.tenants.fleet.targets.TargetOutcome;

/**
 * Counts the outcomes of a run, passes them on to the listener and the journal, and decides when
 * too many targets have failed.
 */
public final class RunOutcomes implements OutcomeReceiver {

  private final RunRecording recording;
  private final TargetGoal goal;
  private final FleetListener listener;
  private final List<TargetOutcome.Failed> failed = new ArrayList<>();
  private final List<TargetOutcome.Unreachable> unreachable = new ArrayList<>();
  private final List<TargetOutcome.Gone> lost = new ArrayList<>();
  private int targets;
  private int moved;
  private int allowed;
  private @Nullable String interruption;

  public RunOutcomes(RunRecording recording, TargetGoal goal, FleetListener listener) {
    this.recording = recording;
    this.goal = goal;
    this.listener = listener;
  }

  /** Writes the plan to the journal, and at once the outcomes of unreachable and lost targets. */
  public void begin(FleetSurvey survey, List<TargetWork> work) throws SQLException {
    List<RunTarget> planned = new ArrayList<>(work.stream().map(this::planned).toList());
    survey.away().keySet().forEach(member -> planned.add(unseen(member)));
    survey.lost().keySet().forEach(member -> planned.add(unseen(member)));
    targets = planned.size();
    long run = recording.begin(goal.operation(), goal.version(), planned);
    listener.hears(new FleetEvent.Begins(run, survey.members(), targets, goal.version()));
    survey
        .away()
        .forEach(
            (member, why) -> add(new TargetOutcome.Unreachable(member, Version.NONE, why, false)));
    survey.lost().forEach((member, what) -> add(new TargetOutcome.Gone(member, what)));
  }

  /** Begins a wave. No target may fail in a wave that is not the last one. */
  public synchronized void wave(int number, int of, List<TargetWork> wave, WaveOrder waves) {
    allowed = number < of ? 0 : waves.halt().allowed(targets);
    listener.hears(new FleetEvent.Wave(number, of, wave.size()));
  }

  /**
   * Is not synchronized, so that other workers can count their outcomes while one writes to the
   * journal.
   */
  @Override
  public void add(TargetOutcome outcome) {
    count(outcome);
    try {
      recording.add(told(outcome));
    } catch (SQLException e) {
      interrupt("the journal cannot be written: " + e.getMessage());
    }
    tell(new FleetEvent.TargetDone(outcome));
  }

  private synchronized void count(TargetOutcome outcome) {
    switch (outcome) {
      case TargetOutcome.Moved done -> moved++;
      case TargetOutcome.Failed failure -> failed.add(failure);
      case TargetOutcome.Unreachable away -> unreachable.add(away);
      case TargetOutcome.Gone gone -> lost.add(gone);
    }
  }

  private synchronized void tell(FleetEvent event) {
    listener.hears(event);
  }

  @Override
  public void untried() {
    throw new IllegalStateException("only a rehearsal leaves a target untried");
  }

  @Override
  public synchronized void waits(TargetWork work, String why) {
    if (work.tries() == 1) {
      listener.hears(new FleetEvent.TargetWaits(work.member(), why));
    }
  }

  @Override
  public void stop(Exception why) {
    interrupt(
        switch (why) {
          case SQLException error -> FailureReason.of(error);
          case InterruptedException ended -> String.valueOf(ended.getMessage());
          default -> why.toString();
        });
  }

  private synchronized void interrupt(String why) {
    if (interruption == null) {
      interruption = why;
    }
  }

  @Override
  public synchronized boolean goesOn() {
    return interruption == null && failed.size() <= allowed;
  }

  public synchronized FleetResult result(int members, Duration took) {
    Optional<String> error = error();
    try {
      if (interruption == null) {
        recording.end(error.orElse(null));
      } else {
        recording.write();
      }
    } catch (SQLException e) {
      interrupt("the journal cannot be written: " + e.getMessage());
    }
    int left = targets - moved - failed.size() - unreachable.size() - lost.size();
    FleetResult.Tally tally =
        new FleetResult.Tally(
            recording.id(),
            members,
            moved,
            List.copyOf(failed),
            List.copyOf(unreachable),
            List.copyOf(lost),
            left,
            took);
    if (interruption != null) {
      return new FleetResult.Interrupted(tally, interruption);
    }
    return failed.size() > allowed
        ? new FleetResult.Stopped(tally, allowed)
        : new FleetResult.Done(tally);
  }

  private Optional<String> error() {
    List<String> what = new ArrayList<>();
    if (!failed.isEmpty()) {
      what.add(failed.size() + " of " + targets + " failed");
    }
    if (!unreachable.isEmpty()) {
      what.add(unreachable.size() + " of " + targets + " could not be reached");
    }
    if (!lost.isEmpty()) {
      what.add(lost.size() + " of " + targets + " are not there any more");
    }
    String stopped = failed.size() > allowed ? "stopped: " : "";
    return what.isEmpty() ? Optional.empty() : Optional.of(stopped + String.join(", ", what));
  }

  private RunTarget unseen(FleetTarget member) {
    return target(
        member,
        Version.NONE,
        goal.version(),
        RunTarget.Status.PENDING,
        Duration.ZERO,
        Optional.empty());
  }

  private RunTarget planned(TargetWork work) {
    Version from = work.position().current();
    return target(
        work.member(),
        from,
        goal.reached(work.position()),
        RunTarget.Status.PENDING,
        Duration.ZERO,
        Optional.empty());
  }

  private static RunTarget told(TargetOutcome outcome) {
    return switch (outcome) {
      case TargetOutcome.Moved m ->
          target(m.member(), m.from(), m.to(), RunTarget.Status.DONE, m.took(), Optional.empty());
      case TargetOutcome.Failed f ->
          target(
              f.member(),
              f.from(),
              f.to(),
              RunTarget.Status.FAILED,
              f.took(),
              Optional.of(f.reason()));
      case TargetOutcome.Unreachable u ->
          untried(
              outcome,
              u.isUnknown() ? RunTarget.Status.UNKNOWN : RunTarget.Status.FAILED,
              u.reason());
      case TargetOutcome.Gone gone -> untried(outcome, RunTarget.Status.FAILED, gone.lost().said());
    };
  }

  private static RunTarget untried(TargetOutcome outcome, RunTarget.Status status, String why) {
    return target(
        outcome.member(), outcome.from(), outcome.to(), status, Duration.ZERO, Optional.of(why));
  }

  private static RunTarget target(
      FleetTarget member,
      Version from,
      Version to,
      RunTarget.Status status,
      Duration took,
      Optional<String> error) {
    return new RunTarget(
        member.label(),
        member.target().admin().database(),
        member.target().schema(),
        from,
        to,
        status,
        took,
        error);
  }
}
