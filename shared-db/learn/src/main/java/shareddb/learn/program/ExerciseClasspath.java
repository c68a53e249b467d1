package shareddb.learn.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The libraries that a program of an exercise may use: those of a module's API, and jOOQ's
 * generator. The build writes them into a file, so that the tool itself starts without them.
 */
public record ExerciseClasspath(List<Path> libraries) {

  public ExerciseClasspath {
    libraries = List.copyOf(libraries);
  }

  /** The class path of a checkout; empty if it was not built yet. */
  public static Optional<ExerciseClasspath> in(Path root) {
    Path file = root.resolve("shared-db/learn/target/exercise.classpath");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<Path> libraries =
          Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
              .map(Path::of)
              .toList();
      return Optional.of(new ExerciseClasspath(libraries));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** As an option of the compiler or of Java, with folders behind the libraries. */
  String with(Path... folders) {
    StringBuilder path = new StringBuilder();
    libraries.forEach(library -> path.append(library).append(File.pathSeparator));
    for (Path folder : folders) {
      path.append(folder).append(File.pathSeparator);
    }
    return path.toString();
  }
}
