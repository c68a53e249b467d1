package shareddb.cli.command.learn;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.Terminal;
import shareddb.learn.check.CheckRun;
import shareddb.learn.check.ExerciseReport;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.exercise.WorkFolder;
import shareddb.learn.progress.Progress;
import shareddb.learn.trial.LearnServer;

/** {@code ./db learn check}: checks an exercise once, and keeps the result as progress. */
record LearnCheck(LearnSession session, JsonOption json) {

  ExitCode run(Exercise exercise) throws SQLException {
    WorkFolder work = session.work(exercise);
    boolean isNew = work.begin(exercise);
    ExerciseReport report = check(exercise, session.server());
    Progress progress = session.progress();
    json.tell(
        session.terminal(),
        () -> ExerciseReportText.json(report, exercise),
        () -> print(report, exercise, progress, isNew));
    return report.passed() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  /** Checks the files, and adds the result to the progress. */
  ExerciseReport check(Exercise exercise, LearnServer server) throws SQLException {
    ExerciseReport report =
        new CheckRun(session.cache(), entry -> {})
            .of(exercise, session.work(exercise).path(), server);
    session.save(report.after(session.progress(), Instant.now()));
    return report;
  }

  private void print(ExerciseReport report, Exercise exercise, Progress progress, boolean isNew) {
    Terminal terminal = session.terminal();
    if (isNew) {
      terminal.note("made " + session.context().shown(session.work(exercise).path()));
    }
    ExerciseReportText text = new ExerciseReportText(terminal);
    terminal.print(text.title(exercise, session.exercises(), progress));
    List<String> lines = text.lines(report);
    lines.forEach(terminal::print);
    if (report.passed()) {
      terminal.advise(
          "./db learn solution %s     (why, and other roads)%s"
              .formatted(
                  exercise.id(),
                  session
                      .exercises()
                      .after(exercise.id())
                      .map(next -> "\n./db learn start " + next.id())
                      .orElse("")));
    } else {
      terminal.advise(
          "./db learn hint %s\nyour files: %s"
              .formatted(exercise.id(), session.context().shown(session.work(exercise).path())));
    }
  }
}
