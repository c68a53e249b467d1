package shareddb.cli.command.learn;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.learn.exercise.Exercise;

/** {@code ./db learn}: checks the files of an exercise at every save. */
record LearnWatch(LearnSession session) {

  ExitCode run(Optional<Exercise> wanted) throws SQLException {
    Exercise exercise = wanted.or(this::next).orElseThrow();
    return new LearnCheck(session, new JsonOption()).run(exercise);
  }

  private Optional<Exercise> next() {
    return session.exercises().all().stream().findFirst();
  }
}
