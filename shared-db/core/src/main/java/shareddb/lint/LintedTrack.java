package shareddb.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import shareddb.track.Migration;
import shareddb.track.Repeatable;
import shareddb.track.Track;
import shareddb.track.TrackReading;

/** A track with all its files read. */
record LintedTrack(
    Track track, TrackReading reading, List<LintedFile> migrations, List<LintedFile> undos) {

  LintedTrack {
    migrations = List.copyOf(migrations);
    undos = List.copyOf(undos);
  }

  static LintedTrack of(Track track) {
    TrackReading reading = track.look();
    List<LintedFile> migrations = new ArrayList<>();
    List<LintedFile> undos = new ArrayList<>();
    Tables tables = Tables.NONE;
    for (Migration migration : reading.migrations()) {
      LintedFile file = LintedFile.of(migration.file(), text(migration.file()), tables);
      tables = file.after();
      migrations.add(file);
      Tables undone = tables;
      migration.undo().ifPresent(undo -> undos.add(LintedFile.of(undo, text(undo), undone)));
    }
    for (Repeatable repeatable : reading.repeatables()) {
      LintedFile file = LintedFile.of(repeatable.file(), text(repeatable.file()), tables);
      tables = file.after();
      migrations.add(file);
    }
    return new LintedTrack(track, reading, migrations, undos);
  }

  Stream<LintedFile> files() {
    return Stream.concat(migrations.stream(), undos.stream());
  }

  /** The tables at the newest version. */
  Tables newest() {
    return migrations.isEmpty() ? Tables.NONE : migrations.getLast().after();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " (is it UTF-8?)", e);
    }
  }
}
