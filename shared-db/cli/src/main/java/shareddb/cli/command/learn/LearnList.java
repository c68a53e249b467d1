package shareddb.cli.command.learn;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.progress.ExerciseRecord;
import shareddb.learn.progress.Progress;

/** {@code ./db learn list}: all exercises, and how far the learner is. */
record LearnList(LearnSession session, JsonOption json) {

  ExitCode run() throws SQLException {
    Progress progress = session.progress();
    return json.tell(
        session.terminal(),
        () ->
            new JsonObject()
                .put("learner", session.learner())
                .put("passed", ExerciseReportText.passed(session.exercises(), progress))
                .put(
                    "exercises",
                    session.exercises().all().stream().map(e -> json(e, progress)).toList()),
        () -> print(progress));
  }

  void print(Progress progress) {
    Terminal terminal = session.terminal();
    String module = "";
    TextTable table = new TextTable();
    for (Exercise exercise : session.exercises().all()) {
      if (!exercise.id().module().equals(module)) {
        module = exercise.id().module();
        table.row(terminal.strong(exercise.module().name().value()));
      }
      Optional<ExerciseRecord> record = progress.exercise(exercise.id().toString());
      boolean passed = record.map(ExerciseRecord::passed).orElse(false);
      table.row(
          (passed ? "  " + terminal.tick() : "   ") + " " + exercise.id(),
          exercise.title(),
          terminal.faint(record.map(r -> CountText.of(r.tries(), "check")).orElse("")));
    }
    terminal.print(table);
    terminal.print("");
    terminal.print(
        "%d of %d passed by %s"
            .formatted(
                ExerciseReportText.passed(session.exercises(), progress),
                session.exercises().all().size(),
                session.learner()));
  }

  private static JsonObject json(Exercise exercise, Progress progress) {
    Optional<ExerciseRecord> record = progress.exercise(exercise.id().toString());
    return new JsonObject()
        .put("exercise", exercise.id().toString())
        .put("module", exercise.module().name().value())
        .put("title", exercise.title())
        .put("passed", record.map(ExerciseRecord::passed).orElse(false))
        .put("tries", record.map(ExerciseRecord::tries).orElse(0))
        .put("hints", record.map(ExerciseRecord::hints).orElse(0));
  }
}
