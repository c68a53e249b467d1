package shareddb.revision;

import java.time.Instant;
import shareddb.track.Track;

/** Writes the two files of the next version from a template, for somebody to fill in. */
public final class Revision {

  private Revision() {}

  public static RevisionFiles write(Track track, Description description) {
    RevisionFiles files = RevisionFiles.next(track, description, Instant.now());
    boolean first = track.read().isEmpty();
    files.write(
        (first ? Template.FIRST : Template.UP).formatted(description.line()),
        (first ? Template.FIRST_DOWN : Template.DOWN).formatted(files.migration().getFileName()));
    return files;
  }
}
