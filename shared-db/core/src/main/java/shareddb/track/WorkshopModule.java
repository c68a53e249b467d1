package shareddb.track;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shareddb.names.ModuleName;

/** A folder under {@code workshop/}, and the tracks found in it. */
public record WorkshopModule(ModuleName name, Path folder, List<Track> tracks) {

  /** One track in {@code migrations/}, or one in each of its folders where it has folders. */
  public static WorkshopModule at(Path folder) {
    ModuleName name = new ModuleName(folder.getFileName().toString());
    Path migrations = folder.resolve("migrations");
    Path undo = folder.resolve("undo");
    List<Track> parts =
        Folders.in(migrations).stream()
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
}
