package shareddb.cli.command.learn;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.Terminal;
import shareddb.learn.check.ExerciseReport;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.progress.ExerciseRecord;
import shareddb.learn.progress.Progress;

/** The screen of {@code ./db learn}: the exercise, its checks, a page below, and the keys. */
record LearnScreen(LearnSession session) {

  private static final String CLEAR = "\u001B[H\u001B[2J";

  /** Draws all anew. */
  void show(Exercise exercise, @Nullable ExerciseReport report, String page) throws SQLException {
    Terminal terminal = session.terminal();
    clear();
    title(exercise);
    if (report != null) {
      new ExerciseReportText(terminal).lines(report).forEach(terminal::print);
    }
    page(page);
    keys(exercise);
  }

  void checking(Exercise exercise) {
    session.terminal().progress("  checking " + exercise.id() + " ...");
  }

  /** Shows why the checks could not run, such as a server that is away. */
  void failed(Exercise exercise, String reason) {
    Terminal terminal = session.terminal();
    clear();
    terminal.print(terminal.strong(exercise.id() + "  " + exercise.title()));
    terminal.print("  " + terminal.cross() + " the checks could not run");
    terminal.print("    " + Terminal.indented(reason, 4));
    terminal.print("");
    terminal.print(terminal.faint("Enter check again   q quit"));
  }

  void list(Exercise exercise) throws SQLException {
    clear();
    new LearnList(session, new JsonOption()).print(session.progress());
    session.terminal().print("");
    keys(exercise);
  }

  /** What is said once all checks have passed. */
  String passed(Exercise exercise) throws SQLException {
    boolean all = session.firstOpen().isEmpty();
    return PageText.of(
        "**All checks have passed.** Press s for the solution and other roads"
            + (all ? ", n for the last page." : ", n for the next exercise."),
        session.terminal());
  }

  /** The page after the last exercise. */
  void lastPage(Progress progress) {
    Terminal terminal = session.terminal();
    int all = session.exercises().all().size();
    long passed = ExerciseReportText.passed(session.exercises(), progress);
    long checks = progress.exercises().stream().mapToLong(ExerciseRecord::tries).sum();
    long hints = progress.exercises().stream().mapToLong(ExerciseRecord::hints).sum();
    terminal.print("");
    terminal.print(
        terminal.strong(
            passed == all
                ? "All %d exercises are passed.".formatted(all)
                : "This was the last exercise: %d of %d are passed.".formatted(passed, all)));
    terminal.print(
        "%s, %s, by %s."
            .formatted(
                CountText.of(checks, "check"), CountText.of(hints, "hint"), session.learner()));
    terminal.print("");
    terminal.print("./db learn list             which ones");
    terminal.print("./db learn export FILE      to hand in");
  }

  private void title(Exercise exercise) throws SQLException {
    Terminal terminal = session.terminal();
    ExerciseReportText text = new ExerciseReportText(terminal);
    terminal.print(text.title(exercise, session.exercises(), session.progress()));
    terminal.print(terminal.faint(session.context().shown(session.work(exercise).path())));
    terminal.print("");
  }

  private void page(String page) {
    if (!page.isEmpty()) {
      session.terminal().print("");
      session.terminal().print(page);
    }
    session.terminal().print("");
  }

  private void keys(Exercise exercise) throws SQLException {
    boolean passed = session.progress().hasPassed(exercise.id().toString());
    session
        .terminal()
        .print(
            session
                .terminal()
                .faint(
                    "t task   h hint   %sn next   l list   r reset   q quit"
                        .formatted(passed ? "s solution   " : "")));
  }

  /** Only the terminal of a person is cleared. */
  private void clear() {
    Terminal terminal = session.terminal();
    if (terminal.showsColours()) {
      terminal.out().print(CLEAR);
      terminal.out().flush();
    } else {
      terminal.print("");
    }
  }
}
