package shareddb.learn.exercise;

import java.nio.file.Path;

/** A file of an exercise that its author has to mend. */
public final class InvalidExercise extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidExercise(Path file, String what) {
    super(file + ": " + what);
  }

  InvalidExercise(Path file, int line, String what) {
    super(file + ":" + line + ": " + what);
  }
}
