package shareddb.track;

import java.nio.file.Path;

/**
 * Something that is wrong with the files of a track.
 *
 * @param file the file that must be renamed or mended
 * @param what the whole of it, in a sentence that names the file
 */
public record TrackProblem(Kind kind, Path file, String what) {

  /** What kinds there are. */
  public enum Kind {
    MISNAMED,
    /** Flyway's {@code R__}: it has no version. */
    REPEATABLE,
    /** Two files have one version. */
    TWICE,
    /** It undoes what there is not. */
    UNDO_ALONE
  }
}
