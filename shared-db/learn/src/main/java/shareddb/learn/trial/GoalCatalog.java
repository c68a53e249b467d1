package shareddb.learn.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import shareddb.base.names.Sha256;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.learn.exercise.ExerciseFiles;
import shareddb.migrate.Upgrade;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.catalog.CatalogObject;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalog that the exercise's own right answer makes. It is built once, and kept in a file that
 * is named after the content of all files that it depends on.
 */
public final class GoalCatalog {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private record Entry(String kind, String name, String definition) {}

  private GoalCatalog() {}

  /**
   * Reads the kept catalog, or makes it.
   *
   * @param cache the folder of such files
   */
  public static Catalog of(Trial trial, Path cache) throws SQLException {
    Path files = trial.folder().resolve("goal");
    if (!Files.exists(files)) {
      ExerciseFiles.startWith(trial.exercise(), "goal", files);
    }
    Path kept = cache.resolve("catalog-" + digest(trial, files) + ".json");
    if (Files.exists(kept)) {
      return read(kept);
    }
    Catalog made = made(trial, trial.track(files));
    write(made, kept);
    return made;
  }

  private static Catalog made(Trial trial, Track goal) throws SQLException {
    try (ScratchCopy scratch = ScratchCopy.of(trial);
        Connection connection = scratch.copy().connect()) {
      Target target = scratch.copy().target();
      Trial.done(Upgrade.run(goal, target, Trial.LISTENER), goal);
      return Catalog.read(connection, target.schema());
    }
  }

  private static String digest(Trial trial, Path files) throws SQLException {
    StringBuilder all = new StringBuilder(trial.server().names().api().value());
    try (Connection connection = trial.server().login().connect()) {
      all.append(connection.getMetaData().getDatabaseProductVersion());
    }
    try (Stream<Path> paths = Files.walk(files)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        all.append('\n').append(files.relativize(path)).append(' ').append(Sha256.of(path));
      }
      for (Path seed : trial.exercise().seed(trial.copies().getFirst().name()).stream().toList()) {
        all.append('\n').append(Sha256.of(seed));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + files, e);
    }
    return Sha256.of(all.toString()).substring(0, 24);
  }

  private static Catalog read(Path file) {
    try {
      SortedMap<CatalogObject, String> objects = new TreeMap<>();
      for (Entry entry : MAPPER.readValue(Files.readString(file), Entry[].class)) {
        objects.put(new CatalogObject(entry.kind(), entry.name()), entry.definition());
      }
      return new Catalog(objects);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void write(Catalog catalog, Path file) {
    List<Entry> entries =
        catalog.definitions().entrySet().stream()
            .map(e -> new Entry(e.getKey().kind(), e.getKey().name(), e.getValue()))
            .toList();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "catalog", ".new");
      Files.writeString(next, MAPPER.writeValueAsString(entries));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
