package shareddb.base.track;

import java.util.List;

/** All problems of a track's files. */
public final class InvalidTrack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public InvalidTrack(String track, List<String> problems) {
    super("the files of " + track + " are wrong: " + String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
