package shareddb.base.track;

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
    /** Two files have one version, or are repeatable and have one description. */
    TWICE,
    /** It undoes what there is not. */
    UNDO_ALONE,
    /** Where the track is applied is not to be understood. */
    DATABASE
  }
}
