package shareddb.learn.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder in which the learner works on one exercise: {@code localdev/learn/00.3}.
 *
 * @param path the folder
 */
public record WorkFolder(Path path) {

  public static WorkFolder of(Path root, ExerciseId id) {
    return new WorkFolder(root.resolve("localdev").resolve("learn").resolve(id.toString()));
  }

  public boolean exists() {
    return Files.isDirectory(path);
  }

  /** Writes the files that the exercise begins with, unless the folder is there already. */
  public boolean begin(Exercise exercise) {
    if (exists()) {
      return false;
    }
    ExerciseFiles.start(exercise, path);
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + path, e);
    }
    return true;
  }

  /** Begins again. The files so far are kept in a folder beside it, which is returned. */
  public Optional<Path> reset(Exercise exercise) {
    Optional<Path> kept = Optional.empty();
    if (exists()) {
      Path aside = aside();
      try {
        Files.move(path, aside);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot move " + path + " to " + aside, e);
      }
      kept = Optional.of(aside);
    }
    begin(exercise);
    return kept;
  }

  private Path aside() {
    for (int number = 1; ; number++) {
      Path aside = path.resolveSibling(path.getFileName() + "-before-reset-" + number);
      if (!Files.exists(aside)) {
        return aside;
      }
    }
  }
}
