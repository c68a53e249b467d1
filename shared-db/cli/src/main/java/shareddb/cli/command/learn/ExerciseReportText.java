package shareddb.cli.command.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TerminalStyle;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.WrappedLine;
import shareddb.learn.check.CheckResult;
import shareddb.learn.check.CheckedEntry;
import shareddb.learn.check.ExerciseReport;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.exercise.Exercises;
import shareddb.learn.progress.Progress;

/** The text and the JSON of an exercise's checks. */
record ExerciseReportText(Terminal terminal) {

  private static final int TITLE_COLUMNS = 58;

  /** The exercise, its module as dots, and how many exercises are passed. */
  String title(Exercise exercise, Exercises exercises, Progress progress) {
    String title = exercise.id() + "  " + exercise.title();
    String gap = " ".repeat(Math.max(2, TITLE_COLUMNS - title.length()));
    return terminal.strong(title) + gap + bar(exercise, exercises, progress);
  }

  private String bar(Exercise exercise, Exercises exercises, Progress progress) {
    StringBuilder dots = new StringBuilder();
    for (Exercise other : exercises.all()) {
      if (other.id().module().equals(exercise.id().module())) {
        boolean passed = progress.hasPassed(other.id().toString());
        dots.append(terminal.showsUnicode() ? (passed ? "●" : "○") : (passed ? "*" : "."));
      }
    }
    return "%s  %d of %d".formatted(dots, passed(exercises, progress), exercises.all().size());
  }

  static long passed(Exercises exercises, Progress progress) {
    return exercises.all().stream()
        .filter(exercise -> progress.hasPassed(exercise.id().toString()))
        .count();
  }

  /** One line for each check that was run, the help of the one that failed, and the others. */
  List<String> lines(ExerciseReport report) {
    int columns = PageText.columns(terminal);
    return unwrapped(report, columns).stream()
        .flatMap(line -> WrappedLine.of(line, columns, 6).stream())
        .toList();
  }

  private List<String> unwrapped(ExerciseReport report, int columns) {
    TextTable table = new TextTable();
    int waiting = 0;
    for (CheckedEntry entry : report.entries()) {
      switch (entry.result()) {
        case CheckResult.Passed(String line) ->
            row(table, terminal.tick() + " " + entry.label(), line, columns);
        case CheckResult.Failed(String line, Optional<String> help) ->
            row(table, terminal.cross() + " " + entry.label(), line, columns);
        case CheckResult.Waits waits -> waiting++;
      }
    }
    List<String> lines = new ArrayList<>(table.lines());
    report
        .failure()
        .flatMap(failed -> ((CheckResult.Failed) failed.result()).help())
        .ifPresent(help -> help.lines().forEach(line -> lines.add("    " + line)));
    if (waiting > 0) {
      String left = waiting == 1 ? "1 check waits" : waiting + " checks wait";
      lines.add(terminal.faint("    " + left + " for this one"));
    }
    return List.copyOf(lines);
  }

  /** A label that takes half of the terminal has a line of its own: the others stay in columns. */
  private static void row(TextTable table, String label, String line, int columns) {
    if (columns > 0 && TerminalStyle.width(label) > columns / 2) {
      table.row("  " + label);
      table.row("      " + line);
    } else {
      table.row("  " + label, line);
    }
  }

  static JsonObject json(ExerciseReport report, Exercise exercise) {
    return new JsonObject()
        .put("exercise", exercise.id().toString())
        .put("title", exercise.title())
        .put("passed", report.passed())
        .put("duration_ms", report.took().toMillis())
        .put("checks", report.entries().stream().map(ExerciseReportText::json).toList());
  }

  private static JsonObject json(CheckedEntry entry) {
    JsonObject json = new JsonObject().put("what", entry.id()).put("label", entry.label());
    switch (entry.result()) {
      case CheckResult.Passed(String line) -> json.put("result", "passed").put("line", line);
      case CheckResult.Failed(String line, Optional<String> help) ->
          json.put("result", "failed").put("cause", line).put("help", help);
      case CheckResult.Waits(String on) -> json.put("result", "waits").put("on", on);
    }
    return json.put("duration_ms", entry.took().toMillis());
  }
}
