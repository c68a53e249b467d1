package shareddb.cli.command.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.CountText;
import shareddb.learn.progress.Progress;
import shareddb.learn.progress.ProgressFile;
import shareddb.learn.progress.ProgressJson;

/** {@code ./db learn export} and {@code import}: progress in a file of its own. */
record LearnTransfer(LearnSession session) {

  private static final String STANDARD_OUTPUT = "-";

  ExitCode export(String file) throws SQLException {
    Progress progress = session.progress();
    if (file.equals(STANDARD_OUTPUT)) {
      session.terminal().printJson(ProgressJson.write(progress).stripTrailing());
      return ExitCode.DONE;
    }
    new ProgressFile(session.context().here().resolve(file)).write(progress);
    session.terminal().print(told("written to " + file, progress));
    return ExitCode.DONE;
  }

  ExitCode take(String file) throws SQLException {
    Path path = session.context().here().resolve(file);
    if (!Files.exists(path)) {
      throw CommandFailure.usage("there is no file " + file, "./db learn import FILE");
    }
    Progress progress = read(path);
    if (!progress.learner().equals(session.learner())
        && !session.progress().exercises().isEmpty()) {
      throw CommandFailure.failed(
          "%s is the progress of %s, and here is that of %s; nothing was changed"
              .formatted(file, progress.learner(), session.learner()),
          "mv localdev/learn localdev/learn-"
              + session.learner()
              + "     then the same command again");
    }
    session.save(progress);
    session.terminal().print(told("taken over from " + file, progress));
    return ExitCode.DONE;
  }

  private static Progress read(Path path) {
    try {
      return ProgressJson.read(Files.readString(path))
          .orElseThrow(
              () ->
                  CommandFailure.failed(
                      path.getFileName() + " is not progress as ./db learn export writes it",
                      "./db learn export FILE     on the machine where the progress is"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private String told(String what, Progress progress) {
    long passed = progress.exercises().stream().filter(e -> e.passed()).count();
    return "%s %s: %s passed by %s"
        .formatted(
            session.terminal().tick(), what, CountText.of(passed, "exercise"), progress.learner());
  }
}
