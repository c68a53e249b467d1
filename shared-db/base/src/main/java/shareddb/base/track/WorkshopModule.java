package shareddb.base.track;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.ModuleName;

/** A folder under {@code workshop/}, and its tracks. */
public record WorkshopModule(ModuleName name, Path folder, List<Track> tracks) {

  /**
   * Reads a module's folder. If {@code migrations/} has subfolders, each is a track. Otherwise
   * {@code migrations/} itself is the only track.
   */
  public static WorkshopModule at(Path folder) {
    ModuleName name = new ModuleName(folder.getFileName().toString());
    Path migrations = folder.resolve("migrations");
    Path undo = folder.resolve("undo");
    List<String> parts =
        SubFolders.in(migrations).stream().map(part -> part.getFileName().toString()).toList();
    DatabasesFile databases = DatabasesFile.in(folder, parts);
    Track alone = new Track(name, Optional.empty(), migrations, undo, databases.ofAll());
    List<Track> tracks = parts.stream().map(part -> alone.part(part, databases.of(part))).toList();
    return new WorkshopModule(name, folder, tracks.isEmpty() ? List.of(alone) : tracks);
  }
}
