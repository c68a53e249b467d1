package shareddb.base.track;

import java.nio.file.Path;
import java.util.List;
import shareddb.base.names.ModuleName;

/** The checkout's modules. They are found by their folders, and none of their classes is loaded. */
public record Workshop(Path root, List<WorkshopModule> modules) {

  public static Workshop at(Path root) {
    return new Workshop(root, modulesIn(root.resolve("workshop")));
  }

  static List<WorkshopModule> modulesIn(Path folder) {
    return SubFolders.in(folder).stream()
        .filter(module -> ModuleName.isOne(module.getFileName().toString()))
        .map(WorkshopModule::at)
        .toList();
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

  /** Finds a track by its label, or by a beginning that no other track has. */
  public TrackSearch find(String beginning) {
    return TrackSearch.among(tracks(), beginning);
  }
}
