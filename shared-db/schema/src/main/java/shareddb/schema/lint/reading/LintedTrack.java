package shareddb.schema.lint.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import shareddb.base.track.Migration;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;

/** A track with all its files. */
public record LintedTrack(
    Track track,
    LintSettings settings,
    TrackReading reading,
    List<LintedFile> migrations,
    List<LintedFile> undos) {

  public LintedTrack {
    migrations = List.copyOf(migrations);
    undos = List.copyOf(undos);
  }

  /** The track for the PostgreSQL that its settings name. */
  public static LintedTrack of(Track track) {
    LintSettings settings = LintSettings.of(track);
    return of(track, settings, settings.postgres());
  }

  public static LintedTrack of(Track track, int postgres) {
    return of(track, LintSettings.of(track), postgres);
  }

  private static LintedTrack of(Track track, LintSettings settings, int postgres) {
    TrackReading reading = track.look();
    List<LintedFile> migrations = new ArrayList<>();
    List<LintedFile> undos = new ArrayList<>();
    TrackTables tables = TrackTables.NONE;
    for (Migration migration : reading.migrations()) {
      LintedFile file = LintedFile.of(migration.file(), text(migration.file()), tables, postgres);
      tables = file.after();
      migrations.add(file);
      TrackTables undone = tables;
      migration
          .undo()
          .ifPresent(undo -> undos.add(LintedFile.of(undo, text(undo), undone, postgres)));
    }
    for (RepeatableMigration repeatable : reading.repeatables()) {
      LintedFile file = LintedFile.of(repeatable.file(), text(repeatable.file()), tables, postgres);
      tables = file.after();
      migrations.add(file);
    }
    return new LintedTrack(track, settings, reading, migrations, undos);
  }

  public Stream<LintedFile> files() {
    return Stream.concat(migrations.stream(), undos.stream());
  }

  /** The tables at the newest version. */
  public TrackTables newest() {
    return migrations.isEmpty() ? TrackTables.NONE : migrations.getLast().after();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " (is it UTF-8?)", e);
    }
  }
}
