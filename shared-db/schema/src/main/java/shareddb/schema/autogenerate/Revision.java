package shareddb.schema.autogenerate;

import java.time.Instant;
import shareddb.base.track.Track;

/** Writes the two files of the next version from a template, for the author to fill in. */
public final class Revision {

  private Revision() {}

  public static RevisionFiles write(Track track, MigrationDescription description) {
    RevisionFiles files = RevisionFiles.next(track, description, Instant.now());
    boolean first = track.read().isEmpty();
    files.write(
        (first ? MigrationTemplate.FIRST : MigrationTemplate.UP).formatted(description.line()),
        (first ? MigrationTemplate.FIRST_DOWN : MigrationTemplate.DOWN)
            .formatted(files.migration().getFileName()));
    return files;
  }
}
