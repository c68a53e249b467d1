package shareddb.base.track;

import java.nio.file.Path;

/**
 * A problem with the files of a track.
 *
 * @param file the file to rename or correct
 * @param what the problem, in a sentence that names the file
 */
public record TrackProblem(Kind kind, Path file, String what) {

  /** The kinds of problems. */
  public enum Kind {
    MISNAMED,
    /** Two files have the same version, or two repeatable ones the same description. */
    TWICE,
    /** An undo script has no migration. */
    UNDO_ALONE,
    /** A contract or a back-fill script does not fit to the versions of the track. */
    PHASE,
    /** The module's databases are unclear. */
    DATABASE
  }
}
