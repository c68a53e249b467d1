package shareddb.base.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the two folders of a track, and collects all problems with them. */
final class TrackFiles {

  private final List<TrackProblem> problems = new ArrayList<>();

  private TrackFiles() {}

  static TrackReading read(Track track) {
    TrackFiles files = new TrackFiles();
    SortedMap<Version, Path> ups = files.scripts('V', track.migrations());
    SortedMap<Version, Path> undos = files.scripts('U', track.undo());
    files.refuseUndosWithoutMigration(ups, undos);
    SortedMap<Version, Path> backfills = files.scripts('V', track.backfill());
    List<RepeatableMigration> repeatables = files.repeatables(track.migrations());
    List<Migration> migrations = files.migrations('V', ups, undos, backfills);
    files.problems.addAll(PhaseCheck.problems(migrations, backfills));
    if (track.database() instanceof TrackDatabase.Unclear(List<TrackProblem> unclear)) {
      files.problems.addAll(unclear);
    }
    return new TrackReading(
        new OtherTracks(track),
        migrations,
        files.migrations('B', files.scripts('B', track.migrations()), Map.of(), Map.of()),
        repeatables,
        files.problems);
  }

  private SortedMap<Version, Path> scripts(char kind, Path folder) {
    SortedMap<Version, Path> scripts = new TreeMap<>();
    for (Path file : list(folder)) {
      String script = file.getFileName().toString();
      if (kind == 'V' && ScriptFileName.repeatable(script).isPresent()) {
        continue;
      }
      // Migrations and base scripts are in one folder: each file is misnamed or not as a migration.
      boolean isBase = ScriptFileName.parse('B', script).isPresent();
      if (kind == 'V' ? isBase : kind == 'B' && !isBase) {
        continue;
      }
      Optional<ScriptFileName> name = ScriptFileName.parse(kind, script);
      if (name.isEmpty()) {
        misnamed(kind, file);
        continue;
      }
      Path other = scripts.putIfAbsent(name.get().version(), file);
      if (other != null) {
        problem(
            TrackProblem.Kind.TWICE,
            file,
            "version " + name.get().version() + " is there twice: " + other + " and " + file);
      }
    }
    return scripts;
  }

  private void misnamed(char kind, Path file) {
    problem(
        TrackProblem.Kind.MISNAMED,
        file,
        file
            + " is misnamed: it must look like "
            + kind
            + "2__add_a_column.sql"
            + " ("
            + kind
            + ", version, two underscores, description)"
            + (kind == 'V' ? " or, repeatable, R__view.sql" : ""));
  }

  private List<RepeatableMigration> repeatables(Path folder) {
    SortedMap<String, RepeatableMigration> repeatables = new TreeMap<>();
    for (Path file : list(folder)) {
      ScriptFileName.repeatable(file.getFileName().toString())
          .map(description -> new RepeatableMigration(description, file, content(file)))
          .ifPresent(repeatable -> add(repeatable, repeatables));
    }
    return List.copyOf(repeatables.values());
  }

  /** Flyway identifies repeatable migrations by their descriptions. */
  private void add(RepeatableMigration repeatable, SortedMap<String, RepeatableMigration> others) {
    RepeatableMigration other = others.putIfAbsent(repeatable.description(), repeatable);
    if (other != null) {
      problem(
          TrackProblem.Kind.TWICE,
          repeatable.file(),
          "repeatable \""
              + repeatable.description()
              + "\" is there twice: "
              + other.file()
              + " and "
              + repeatable.file());
    }
  }

  private void refuseUndosWithoutMigration(Map<Version, Path> ups, Map<Version, Path> undos) {
    undos.forEach(
        (version, undo) -> {
          Path up = ups.get(version);
          if (up == null) {
            problem(
                TrackProblem.Kind.UNDO_ALONE,
                undo,
                undo + " undoes version " + version + ", which has no migration");
          } else if (!rest(up).equals(rest(undo))) {
            problem(
                TrackProblem.Kind.MISNAMED,
                undo,
                undo + " must be named U" + rest(up) + ", after the migration it undoes");
          }
        });
  }

  private void problem(TrackProblem.Kind kind, Path file, String what) {
    problems.add(new TrackProblem(kind, file, what));
  }

  private List<Migration> migrations(
      char kind, Map<Version, Path> ups, Map<Version, Path> undos, Map<Version, Path> backfills) {
    List<Migration> migrations = new ArrayList<>();
    ups.forEach(
        (version, file) -> {
          String text = content(file);
          if (kind == 'V') {
            PhaseCheck.firstLine(file, text).ifPresent(problems::add);
          }
          migrations.add(
              new Migration(
                  version,
                  ScriptFileName.parse(kind, file.getFileName().toString())
                      .orElseThrow()
                      .description(),
                  file,
                  Checksum.of(text),
                  Optional.ofNullable(undos.get(version)),
                  PhaseCheck.contractOf(text),
                  Optional.ofNullable(backfills.get(version))));
        });
    return List.copyOf(migrations);
  }

  /** The files of a folder. Hidden files (of an editor or a file manager) are skipped. */
  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !isSettings(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /**
   * Whether it is the track's settings for lint, or Flyway's settings file for one script: {@code
   * V3__index.sql.conf}.
   */
  private static boolean isSettings(Path file) {
    String name = file.getFileName().toString();
    return name.equals(Track.LINT_SETTINGS)
        || (name.endsWith(".sql.conf")
            && Files.exists(file.resolveSibling(name.substring(0, name.length() - 5))));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " (is it UTF-8?)", e);
    }
  }

  private static String rest(Path script) {
    return script.getFileName().toString().substring(1);
  }
}
