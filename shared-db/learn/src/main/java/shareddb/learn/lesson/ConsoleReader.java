package shareddb.learn.lesson;

import java.util.ArrayList;
import java.util.List;

/** Cuts a console block into commands and outputs. */
final class ConsoleReader {

  private static final String PROMPT = "$ ";
  private static final String CONTINUED = "> ";

  private final List<LessonStep> steps = new ArrayList<>();
  private final List<String> output = new ArrayList<>();
  private final StringBuilder input = new StringBuilder();
  private int inputLine;
  private int outputLine;

  private ConsoleReader(int line) {
    inputLine = line;
    outputLine = line;
  }

  /** Reads the lines of a block, of which the first is this one of the page. */
  static List<LessonStep> read(List<String> lines, int firstLine) {
    var reader = new ConsoleReader(firstLine);
    for (int i = 0; i < lines.size(); i++) {
      reader.take(lines.get(i), firstLine + i);
    }
    reader.endStep();
    return reader.steps;
  }

  private void take(String line, int number) {
    if (line.startsWith(PROMPT)) {
      begin(line.substring(PROMPT.length()), number);
    } else if (line.equals(LessonStep.INTERRUPT)) {
      begin(line, number);
    } else if (line.startsWith(CONTINUED) && output.isEmpty() && !input.isEmpty()) {
      input.append('\n').append(line, CONTINUED.length(), line.length());
      outputLine = number + 1;
    } else {
      output.add(line);
    }
  }

  private void begin(String command, int number) {
    endStep();
    input.append(command);
    inputLine = number;
    outputLine = number + 1;
  }

  private void endStep() {
    if (!input.isEmpty() || !output.isEmpty()) {
      steps.add(new LessonStep(inputLine, input.toString(), outputLine, output));
    }
    input.setLength(0);
    output.clear();
  }
}
