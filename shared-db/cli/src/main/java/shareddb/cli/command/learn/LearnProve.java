package shareddb.cli.command.learn;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.learn.check.CheckResult;
import shareddb.learn.check.CheckedEntry;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.exercise.Exercises;
import shareddb.learn.proof.ExerciseProof;
import shareddb.learn.proof.ProvenAnswer;
import shareddb.learn.proof.ProvenExercise;

/** {@code ./db learn prove}: all starts fail, all goals pass, all wrong answers are told apart. */
record LearnProve(LearnSession session, JsonOption json) {

  ExitCode run(List<String> typed) throws SQLException {
    List<Exercise> exercises = wanted(typed);
    ExerciseProof proof = new ExerciseProof(session.server(), session.cache());
    List<ProvenExercise> all = new ArrayList<>();
    for (Exercise exercise : exercises) {
      if (!json.wanted()) {
        session
            .terminal()
            .print(
                session.terminal().strong(exercise.id() + "  " + exercise.folder().getFileName()));
      }
      ProvenExercise proven = proof.of(exercise, json.wanted() ? answer -> {} : this::print);
      proven.problems().forEach(this::problem);
      all.add(proven);
    }
    long wrong = all.stream().filter(proven -> !proven.proven()).count();
    json.tell(
        session.terminal(),
        () ->
            new JsonObject()
                .put("proven", wrong == 0)
                .put("exercises", all.stream().map(LearnProve::json).toList()),
        () -> session.terminal().print(summary(all, wrong)));
    return wrong == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<Exercise> wanted(List<String> typed) {
    Exercises exercises = session.exercises();
    if (typed.isEmpty()) {
      return exercises.all();
    }
    List<Exercise> wanted = new ArrayList<>();
    for (String each : typed) {
      List<Exercise> found = exercises.beginningWith(each);
      if (found.isEmpty()) {
        throw CommandFailure.usage(
            "there is no exercise \"" + each + "\"", "./db learn list     prints all there are");
      }
      wanted.addAll(found);
    }
    return wanted;
  }

  private void print(ProvenAnswer answer) {
    Terminal terminal = session.terminal();
    String times =
        answer.report().entries().stream()
            .filter(entry -> !(entry.result() instanceof CheckResult.Waits))
            .map(entry -> entry.id() + " " + entry.took().toMillis())
            .collect(Collectors.joining(", "));
    terminal.print(
        "  %s %-26s %s"
            .formatted(
                answer.problem().isEmpty() ? terminal.tick() : terminal.cross(),
                answer.name(),
                answer.report().failure().map(LearnProve::line).orElse("passes")));
    terminal.print(
        terminal.faint("      %d ms: %s".formatted(answer.report().took().toMillis(), times)));
    answer.problem().ifPresent(this::problem);
  }

  private static String line(CheckedEntry failed) {
    return failed.id() + ": " + ((CheckResult.Failed) failed.result()).line();
  }

  private void problem(String problem) {
    if (!json.wanted()) {
      session.terminal().print("    " + session.terminal().bad(Terminal.indented(problem, 4)));
    }
  }

  private String summary(List<ProvenExercise> all, long wrong) {
    Terminal terminal = session.terminal();
    int answers = all.stream().mapToInt(proven -> proven.answers().size()).sum();
    return "%s %s, %s: %s"
        .formatted(
            wrong == 0 ? terminal.tick() : terminal.cross(),
            CountText.of(all.size(), "exercise"),
            CountText.of(answers, "answer"),
            wrong == 0 ? "all as they should be" : wrong + " to mend");
  }

  private static JsonObject json(ProvenExercise proven) {
    return new JsonObject()
        .put("exercise", proven.exercise().id().toString())
        .put("proven", proven.proven())
        .putTexts("problems", proven.problems())
        .put("answers", proven.answers().stream().map(LearnProve::json).toList());
  }

  private static JsonObject json(ProvenAnswer answer) {
    Optional<CheckedEntry> failure = answer.report().failure();
    return new JsonObject()
        .put("answer", answer.name())
        .put("failed_at", failure.map(CheckedEntry::id))
        .put("line", failure.map(LearnProve::line))
        .put("problem", answer.problem())
        .put("duration_ms", answer.report().took().toMillis());
  }
}
