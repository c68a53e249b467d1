package shareddb.learn.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import shareddb.base.track.Migration;
import shareddb.base.track.Track;
import shareddb.base.track.Version;

/** Writes the files of an exercise into a folder: layer over layer, with the learner's values. */
public final class ExerciseFiles {

  /** What lies in {@code start/} for the checks, and not for the learner. */
  private static final List<String> HIDDEN = List.of("seed-", "applied", "expected.txt");

  private ExerciseFiles() {}

  /** What the learner begins with: the module's migrations, and the files of {@code start/}. */
  public static void start(Exercise exercise, Path into) {
    exercise
        .moduleTrack()
        .ifPresent(track -> copyMigrations(track, exercise.checks().start().orElseThrow(), into));
    layer(exercise, "start", into);
  }

  /** The same with a folder of the exercise over it, such as {@code goal}. */
  public static void startWith(Exercise exercise, String layer, Path into) {
    start(exercise, into);
    layer(exercise, layer, into);
  }

  /** The start as it was applied, where that differs from the files that the learner gets. */
  public static void applied(Exercise exercise, Path into) {
    startWith(exercise, "start/applied", into);
  }

  private static void copyMigrations(Track track, ChecksFile.Start start, Path into) {
    Path lint = track.migrations().resolve(Track.LINT_SETTINGS);
    if (Files.exists(lint)) {
      copy(lint, into.resolve("migrations"));
    }
    Version last = Version.parse(start.module());
    for (Migration migration : track.read()) {
      if (migration.version().compareTo(last) <= 0) {
        copy(migration.file(), into.resolve("migrations"));
        migration.undo().ifPresent(undo -> copy(undo, into.resolve("undo")));
      }
    }
  }

  private static void copy(Path file, Path into) {
    try {
      Files.createDirectories(into);
      Files.copy(file, into.resolve(file.getFileName()));
      Path settings = file.resolveSibling(file.getFileName() + ".conf");
      if (Files.exists(settings)) {
        Files.copy(settings, into.resolve(settings.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + file + " to " + into, e);
    }
  }

  private static void layer(Exercise exercise, String layer, Path into) {
    Path from = exercise.folder().resolve(layer);
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = from.relativize(path).toString();
        if (HIDDEN.stream().noneMatch(name::startsWith)) {
          write(exercise.values(), path, into.resolve(exercise.values().in(name, path)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the files of " + from, e);
    }
  }

  private static void write(ExerciseText values, Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    try {
      Files.writeString(to, values.in(Files.readString(from), from));
    } catch (CharacterCodingException e) {
      // A wrong answer may be a file that is not UTF-8.
      Files.write(to, Files.readAllBytes(from));
    }
  }
}
