package shareddb.schema.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import shareddb.base.track.Migration;
import shareddb.base.track.Track;

/** A track in a temporary folder, with some migrations of another track, or with one script. */
record TrackCopy(Path folder, Track track) implements AutoCloseable {

  private static final String SETTINGS = ".conf";

  static TrackCopy of(Track original, List<Migration> migrations) {
    TrackCopy copy = empty(original);
    try {
      for (Migration migration : migrations) {
        Path file = migration.file();
        Files.copy(file, copy.track.migrations().resolve(file.getFileName()));
        Path settings = file.resolveSibling(file.getFileName() + SETTINGS);
        if (Files.exists(settings)) {
          Files.copy(settings, copy.track.migrations().resolve(settings.getFileName()));
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the track " + original.label(), e);
    }
  }

  static TrackCopy of(Track original, String name, String script) {
    TrackCopy copy = empty(original);
    try {
      Files.writeString(copy.track.migrations().resolve(name), script);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name, e);
    }
  }

  static TrackCopy empty(Track original) {
    try {
      Path folder = Files.createTempDirectory("workshop-track");
      Files.createDirectories(folder.resolve("migrations"));
      return new TrackCopy(
          folder, original.from(folder.resolve("migrations"), folder.resolve("undo")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear away " + folder, e);
    }
  }
}
