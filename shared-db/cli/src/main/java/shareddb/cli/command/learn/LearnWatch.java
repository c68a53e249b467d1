package shareddb.cli.command.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.learn.check.ExerciseReport;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.trial.LearnServer;

/**
 * {@code ./db learn}: checks the files of an exercise at every save, and takes one key for each
 * other thing. Where standard input or output is no terminal, it checks once.
 */
final class LearnWatch {

  private static final int POLL_MILLIS = 150;

  private final LearnSession session;
  private final LearnScreen screen;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private Exercise exercise;

  /** The files as they were when the last check began. */
  private String checked = "";

  private @Nullable ExerciseReport report;

  private LearnWatch(LearnSession session, Exercise exercise) {
    this.session = session;
    this.screen = new LearnScreen(session);
    this.exercise = exercise;
  }

  /** Works on an exercise, or on the first one that is not passed. */
  static ExitCode run(LearnSession session, Optional<Exercise> wanted) throws SQLException {
    Optional<Exercise> exercise = wanted.isPresent() ? wanted : session.firstOpen();
    if (exercise.isEmpty()) {
      new LearnScreen(session).lastPage(session.progress());
      return ExitCode.DONE;
    }
    if (!session.terminal().canPrompt()) {
      if (session.work(exercise.get()).begin(exercise.get())) {
        new LearnPages(session).task(exercise.get());
      }
      return new LearnCheck(session, new JsonOption()).run(exercise.get());
    }
    return new LearnWatch(session, exercise.get()).watch();
  }

  private ExitCode watch() throws SQLException {
    LearnServer server = session.server();
    try (Terminal terminal =
        TerminalBuilder.builder().provider("exec").dumb(true).graphemeCluster(false).build()) {
      terminal.handle(Terminal.Signal.INT, signal -> stopped.set(true));
      terminal.enterRawMode();
      begin(exercise, server);
      watch(terminal.reader(), server);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the keys", e);
    }
    session.terminal().print("");
    session.terminal().print("go on with  ./db learn");
    return ExitCode.DONE;
  }

  private void watch(NonBlockingReader keys, LearnServer server) throws IOException, SQLException {
    String before = checked;
    while (!stopped.get()) {
      int key = keys.read(POLL_MILLIS);
      if (key == NonBlockingReader.EOF || key == 'q') {
        return;
      }
      if (key > 0) {
        press((char) key, server);
      }
      String now = FileStamp.of(session.work(exercise).path());
      // An editor may write in several steps: two looks in a row have to see the same.
      if (!now.equals(checked) && now.equals(before)) {
        check(server);
      }
      before = now;
    }
  }

  private void press(char key, LearnServer server) throws SQLException {
    switch (key) {
      case 'h' -> screen.show(exercise, report, new LearnPages(session).nextHint(exercise));
      case 't' -> screen.show(exercise, report, LearnPages.task(exercise, session.terminal()));
      case 's' -> screen.show(exercise, report, solution());
      case 'l' -> screen.list(exercise);
      case 'n' -> next(server);
      case 'r' -> reset(server);
      case '\r', '\n', 'c' -> check(server);
      default -> screen.show(exercise, report, "");
    }
  }

  private String solution() throws SQLException {
    return session.progress().hasPassed(exercise.id().toString())
        ? PageText.of(exercise.solution().strip(), session.terminal())
        : "The solution is shown once all checks have passed. A hint: press h.";
  }

  private void next(LearnServer server) throws SQLException {
    Optional<Exercise> next = session.exercises().after(exercise.id());
    if (next.isPresent()) {
      begin(next.get(), server);
    } else {
      screen.lastPage(session.progress());
    }
  }

  private void reset(LearnServer server) throws SQLException {
    Optional<String> kept =
        session.work(exercise).reset(exercise).map(path -> session.context().shown(path));
    check(server);
    screen.show(
        exercise,
        report,
        "It begins again." + kept.map(k -> " Your files so far: " + k).orElse(""));
  }

  private void begin(Exercise other, LearnServer server) throws SQLException {
    exercise = other;
    session.work(other).begin(other);
    check(server);
    if (report == null || !report.passed()) {
      screen.show(exercise, report, LearnPages.task(exercise, session.terminal()));
    }
  }

  private void check(LearnServer server) {
    screen.checking(exercise);
    checked = FileStamp.of(session.work(exercise).path());
    try {
      report = new LearnCheck(session, new JsonOption()).check(exercise, server);
      screen.show(exercise, report, report.passed() ? screen.passed(exercise) : "");
    } catch (SQLException | CommandFailure e) {
      report = null;
      screen.failed(exercise, String.valueOf(e.getMessage()));
    }
  }
}
