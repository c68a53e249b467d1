package shareddb.learn.lesson;

import java.util.List;

/** A fenced block of a page that the reader of the page acts on. */
public sealed interface LessonBlock {

  /** The line of the page where the block's text begins, from 1. */
  int line();

  /** What a learner types in one of the terminals, and what the terminal answers. */
  record Console(int line, int terminal, List<LessonStep> steps) implements LessonBlock {

    public Console {
      steps = List.copyOf(steps);
    }
  }

  /** A file that the learner writes; its path begins at the page's folder. */
  record WrittenFile(int line, String path, String text) implements LessonBlock {}
}
