package shareddb.learn.lesson;

import java.nio.file.Path;

/** A page that cannot be read as a lesson, and the line of it. */
public final class InvalidLesson extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidLesson(Path file, int line, String problem) {
    super("%s:%d: %s".formatted(file, line, problem));
  }
}
