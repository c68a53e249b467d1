package shareddb.tenants.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import shareddb.base.names.ModuleName;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;

/** A module's folder in a workshop of its own, where it may get one more migration. */
record ModuleCopy(Path root, ModuleName name) {

  static ModuleCopy of(String module, Path root) throws IOException {
    Path source = Path.of("workshop", module);
    for (String part : new String[] {"migrations", "undo", "types", "databases.properties"}) {
      if (Files.exists(source.resolve(part))) {
        copy(source.resolve(part), root.resolve("workshop").resolve(module).resolve(part));
      }
    }
    return new ModuleCopy(root, new ModuleName(module));
  }

  WorkshopModule read() {
    return Workshop.at(root).module(name);
  }

  /** The next migration of one of its tracks; an empty part where it has one only. */
  void add(String part) throws IOException {
    Path folder =
        root.resolve("workshop").resolve(name.value()).resolve("migrations").resolve(part);
    Files.writeString(
        folder.resolve("V99__note.sql"),
        "ALTER TABLE \"${flyway:defaultSchema}\".requirements ADD COLUMN note text;\n");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path place = to.resolve(from.relativize(path).toString());
        Files.createDirectories(place.getParent());
        Files.copy(path, place);
      }
    }
  }
}
