package shareddb.learn.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.Trial;

/** A file holds the answer to a question: something that was found out. */
record AnswerCheck(CheckEntry.Answer answer) implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws IOException {
    Path file = trial.work().resolve(answer.file());
    if (!Files.exists(file) || Files.readString(file).isBlank()) {
      return CheckResult.failed(answer.file() + " has no answer yet");
    }
    String text = Files.readString(file).strip();
    return Pattern.compile(answer.matches(), Pattern.CASE_INSENSITIVE).matcher(text).find()
        ? new CheckResult.Passed(answer.file())
        : CheckResult.failed(
            "%s says \"%s\", and that is not it".formatted(answer.file(), shortened(text)));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 59) + "…";
  }
}
