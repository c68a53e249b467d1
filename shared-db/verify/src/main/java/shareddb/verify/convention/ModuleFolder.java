package shareddb.verify.convention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import shareddb.base.track.WorkshopModule;

/** A module's folder in its checkout. */
record ModuleFolder(Path root, WorkshopModule module) {

  String name() {
    return module.name().value();
  }

  /** A file or a folder of the module. */
  Path file(String name) {
    return module.folder().resolve(name);
  }

  /** A file of the whole workshop. */
  Path workshop(String name) {
    return root.resolve("workshop").resolve(name);
  }

  /** All files below one of its folders; none if the folder does not exist. */
  List<Path> filesBelow(String folder) {
    if (!Files.isDirectory(file(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(file(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + file(folder), e);
    }
  }

  /** The file's text; empty if the file does not exist. */
  static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
