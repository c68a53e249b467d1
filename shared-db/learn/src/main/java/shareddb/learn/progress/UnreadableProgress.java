package shareddb.learn.progress;

import java.nio.file.Path;

/** A file that should hold a learner's progress, and does not. */
public final class UnreadableProgress extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  UnreadableProgress(Path file) {
    super(file + " is not a learner's progress, as ./db learn export writes it");
    this.file = file;
  }

  public Path file() {
    return file;
  }
}
