package shareddb.schema.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import shareddb.base.track.Track;

/** The two files of a new version: the migration and its undo script. */
public record RevisionFiles(String version, Path migration, Path undo) {

  static RevisionFiles next(Track track, MigrationDescription description, Instant now) {
    String version = NextVersion.after(track.read(), now);
    String rest = version + "__" + description.slug() + ".sql";
    return new RevisionFiles(
        version, track.migrations().resolve("V" + rest), track.undo().resolve("U" + rest));
  }

  /**
   * Creates both files; neither may exist yet. The undo script is last, because an undo script
   * alone makes the track unreadable.
   */
  void write(String up, String down) {
    create(migration, up);
    create(undo, down);
  }

  static void create(Path file, String content) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
