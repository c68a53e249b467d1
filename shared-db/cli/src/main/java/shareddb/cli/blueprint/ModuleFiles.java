package shareddb.cli.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import shareddb.base.names.ModuleName;
import shareddb.base.track.Workshop;

/** The files of a module: its folder, and its lines in Maven's lists. Either may be missing. */
public record ModuleFiles(Path root, ModuleName name) {

  /** The modules that have a folder or a line in one of Maven's lists. */
  public static SortedSet<ModuleName> known(Path root) {
    SortedSet<ModuleName> known = new MavenLists(root).modules();
    Workshop.at(root).modules().forEach(module -> known.add(module.name()));
    return known;
  }

  public Path folder() {
    return root.resolve("workshop").resolve(name.value());
  }

  public boolean hasFolder() {
    return Files.isDirectory(folder());
  }

  /** The files with one of Maven's lists that name the module. */
  public List<Path> lists() {
    return new MavenLists(root).removing(name).stream().map(FileEdit::file).toList();
  }

  /** Takes the module out of Maven's lists. */
  public void unlist() {
    new MavenLists(root).removing(name).forEach(FileEdit::write);
  }

  /** Moves the folder away in one step. Returns where it is now; empty if there is no folder. */
  public Optional<Path> moveAway() {
    if (!hasFolder()) {
      return Optional.empty();
    }
    Path removed = root.resolve("localdev").resolve("removed");
    try {
      Files.createDirectories(removed);
      Path free =
          Stream.iterate(1, i -> i + 1)
              .map(i -> removed.resolve(i == 1 ? name.value() : name + "-" + i))
              .filter(path -> !Files.exists(path))
              .findFirst()
              .orElseThrow();
      return Optional.of(Files.move(folder(), free, StandardCopyOption.ATOMIC_MOVE));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot move " + folder() + " to " + removed, e);
    }
  }
}
