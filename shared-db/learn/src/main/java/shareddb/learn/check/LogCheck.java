package shareddb.learn.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.Trial;

/** The program printed something, or did not, since the last requests began. */
record LogCheck(CheckEntry.Log log, ProgramOfRun program) implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) {
    List<String> lines = program.lines();
    if (log.not().isPresent()) {
      Optional<String> found = matching(lines, log.not().get()).stream().findFirst();
      if (found.isPresent()) {
        return CheckResult.failed("it printed: " + shortened(found.get()));
      }
    }
    if (log.contains().isPresent() && matching(lines, log.contains().get()).isEmpty()) {
      return CheckResult.failed(
          "it did not print what is wanted, in %d lines".formatted(lines.size()));
    }
    return log.count().isPresent()
        ? counted(matching(lines, log.count().get().matches()).size(), log.count().get())
        : new CheckResult.Passed("as wanted");
  }

  private static CheckResult counted(int found, CheckEntry.Count wanted) {
    if (found > wanted.atMost().orElse(Integer.MAX_VALUE)) {
      return CheckResult.failed(
          "%d lines, wanted at most %d".formatted(found, wanted.atMost().orElseThrow()));
    }
    if (found < wanted.atLeast().orElse(0)) {
      return CheckResult.failed(
          "%d lines, wanted at least %d".formatted(found, wanted.atLeast().orElseThrow()));
    }
    return new CheckResult.Passed(found == 1 ? "1 line" : found + " lines");
  }

  private static List<String> matching(List<String> lines, String pattern) {
    Pattern regex = Pattern.compile(pattern);
    return lines.stream().filter(line -> regex.matcher(line).find()).toList();
  }

  private static String shortened(String line) {
    return line.length() <= 140 ? line : line.substring(0, 139) + "…";
  }
}
