package shareddb.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.names.ModuleName;

/** The checkout's modules, known by their folders alone: none of their classes is ever loaded. */
public record Workshop(Path root, List<WorkshopModule> modules) {

  public static Workshop at(Path root) {
    Path folder = root.resolve("workshop");
    return new Workshop(
        root,
        folders(folder).stream()
            .filter(path -> ModuleName.isOne(path.getFileName().toString()))
            .map(Workshop::module)
            .toList());
  }

  public List<Track> tracks() {
    return modules.stream().flatMap(module -> module.tracks().stream()).toList();
  }

  public WorkshopModule module(ModuleName name) {
    return modules.stream()
        .filter(module -> module.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no module " + name + " under " + root));
  }

  /** Finds one track by its label, or by any beginning of it that no other shares. */
  public TrackSearch find(String beginning) {
    return TrackSearch.among(tracks(), beginning);
  }

  private static WorkshopModule module(Path folder) {
    ModuleName name = new ModuleName(folder.getFileName().toString());
    Path migrations = folder.resolve("migrations");
    Path undo = folder.resolve("undo");
    List<Track> parts =
        folders(migrations).stream()
            .map(part -> part.getFileName().toString())
            .map(
                part ->
                    new Track(
                        name, Optional.of(part), migrations.resolve(part), undo.resolve(part)))
            .toList();
    return new WorkshopModule(
        name,
        folder,
        parts.isEmpty() ? List.of(new Track(name, Optional.empty(), migrations, undo)) : parts);
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(parent)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + parent, e);
    }
  }
}
