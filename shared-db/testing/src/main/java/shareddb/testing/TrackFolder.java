package shareddb.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import shareddb.base.track.Track;
import shareddb.base.track.WorkshopModule;

/** A module's folder that a test fills with scripts. */
public record TrackFolder(Path folder) {

  /** Below the test's temporary folder. */
  public static TrackFolder in(Path temporary) {
    return new TrackFolder(temporary.resolve("workshop").resolve("07_test_track"));
  }

  /** With two migrations and their undo scripts. */
  public static TrackFolder withTwoVersions(Path temporary) {
    return in(temporary)
        .up(
            "1__notes",
            """
            CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
            CREATE TABLE "${flyway:defaultSchema}".notes (
                id   bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notes_pkey PRIMARY KEY,
                body text NOT NULL
            );
            GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
            GRANT SELECT, INSERT ON "${flyway:defaultSchema}".notes TO "${api_role}";
            """)
        .undo(
            "1__notes",
            """
            DROP TABLE "${flyway:defaultSchema}".notes;
            REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
            """)
        .up(
            "2__add_author",
            "ALTER TABLE \"${flyway:defaultSchema}\".notes ADD COLUMN author text DEFAULT 'me;"
                + " $1';")
        .undo("2__add_author", "ALTER TABLE \"${flyway:defaultSchema}\".notes DROP COLUMN author;");
  }

  public TrackFolder up(String name, String sql) {
    return write("migrations/V" + name + ".sql", sql);
  }

  public TrackFolder undo(String name, String sql) {
    return write("undo/U" + name + ".sql", sql);
  }

  public TrackFolder write(String file, String content) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TrackFolder delete(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Track track() {
    return WorkshopModule.at(folder).tracks().getFirst();
  }
}
