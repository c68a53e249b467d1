package shareddb.cli.command.learn;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.progress.ExerciseRecord;
import shareddb.learn.progress.Progress;

/** The texts of an exercise: its task, hint after hint, the solution, and a new beginning. */
record LearnPages(LearnSession session) {

  ExitCode start(Exercise exercise) {
    session.work(exercise).begin(exercise);
    task(exercise);
    session
        .terminal()
        .advise("./db learn check " + exercise.id() + "     or, at every save:  ./db learn");
    return ExitCode.DONE;
  }

  /** Prints the task. */
  void task(Exercise exercise) {
    Terminal terminal = session.terminal();
    terminal.print(terminal.strong(exercise.id() + "  " + exercise.title()));
    terminal.print(terminal.faint(session.context().shown(session.work(exercise).path())));
    terminal.print("");
    terminal.print(task(exercise, terminal));
    terminal.print("");
  }

  /** The task with its strong words as a terminal shows them. */
  static String task(Exercise exercise, Terminal terminal) {
    return PageText.of(exercise.task(), terminal);
  }

  ExitCode hint(Exercise exercise) throws SQLException {
    session.terminal().print(nextHint(exercise));
    return ExitCode.DONE;
  }

  /** The next hint, or the last one again. It counts as shown. */
  String nextHint(Exercise exercise) throws SQLException {
    Progress progress = session.progress();
    String id = exercise.id().toString();
    List<String> hints = exercise.hints();
    int shown = progress.exercise(id).map(ExerciseRecord::hints).orElse(0);
    int next = Math.min(shown + 1, hints.size());
    session.save(progress.hinted(id, next, Instant.now()));
    Terminal terminal = session.terminal();
    return terminal.strong("hint %d of %d".formatted(next, hints.size()))
        + "\n"
        + PageText.of(hints.get(next - 1), terminal);
  }

  ExitCode solution(Exercise exercise) throws SQLException {
    if (!session.progress().hasPassed(exercise.id().toString())) {
      throw new CommandFailure(
          ExitCode.DIFFERS,
          "the solution of %s is shown once all its checks have passed".formatted(exercise.id()),
          "./db learn check %s\n./db learn hint %s".formatted(exercise.id(), exercise.id()));
    }
    session.terminal().print(PageText.of(exercise.solution().strip(), session.terminal()));
    return ExitCode.DONE;
  }

  ExitCode reset(Exercise exercise) {
    Optional<Path> kept = session.work(exercise).reset(exercise);
    Terminal terminal = session.terminal();
    String folder = session.context().shown(session.work(exercise).path());
    terminal.print("%s %s begins again".formatted(terminal.tick(), folder));
    kept.ifPresent(path -> terminal.print("  your files so far: " + session.context().shown(path)));
    return ExitCode.DONE;
  }
}
