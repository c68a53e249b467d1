package shareddb.learn.lesson;

import java.util.List;

/**
 * One command of a console block, and the output that the page shows for it.
 *
 * @param line where the command is on the page, from 1
 * @param input the command; {@link #INTERRUPT} for Ctrl-C; nothing where the page only shows what a
 *     command says that goes on running
 * @param outputLine where the output begins on the page
 */
public record LessonStep(int line, String input, int outputLine, List<String> output) {

  /** What a terminal shows for Ctrl-C. */
  public static final String INTERRUPT = "^C";

  public LessonStep {
    output = List.copyOf(output);
  }

  boolean isInterrupt() {
    return input.equals(INTERRUPT);
  }

  boolean isOutputOnly() {
    return input.isEmpty();
  }
}
