package shareddb.learn.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.learn.trial.Trial;

/** The wanted files are there: one for each pattern, well named, in UTF-8, and not empty. */
record FilesCheck(List<String> patterns) implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws IOException {
    List<String> names = new ArrayList<>();
    for (String pattern : patterns) {
      List<Path> found = matching(trial.work(), pattern);
      if (found.size() != 1) {
        return found.isEmpty()
            ? misnamed(trial).orElseGet(() -> missing(trial.work(), pattern))
            : CheckResult.failed(
                "%d files match %s, and one is wanted".formatted(found.size(), pattern));
      }
      Optional<CheckResult> wrong = content(trial.work(), found.getFirst());
      if (wrong.isPresent()) {
        return wrong.get();
      }
      names.add(found.getFirst().getFileName().toString());
    }
    return misnamed(trial).orElseGet(() -> new CheckResult.Passed(String.join(", ", names)));
  }

  /** A problem with the names of the files, which may be why the wanted one is not found. */
  private static Optional<CheckResult> misnamed(Trial trial) {
    return trial.track().look().problems().stream()
        .findFirst()
        .map(problem -> CheckResult.failed(problem.what().replace(trial.work() + "/", "")));
  }

  private static CheckResult missing(Path work, String pattern) {
    String line = "no file " + pattern.replace('*', '…');
    Path folder = work.resolve(pattern).getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return CheckResult.failed(line, "The folder is missing, too.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> there =
          files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).sorted().toList();
      return there.isEmpty()
          ? CheckResult.failed(line)
          : CheckResult.failed(
              line, "The newest in %s is %s.".formatted(work.relativize(folder), there.getLast()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static Optional<CheckResult> content(Path work, Path file) throws IOException {
    String name = work.relativize(file).toString();
    try {
      return Files.readString(file).isBlank()
          ? Optional.of(CheckResult.failed(name + " is empty"))
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.of(
          CheckResult.failed(name + " is not UTF-8", "Save it in UTF-8: Flyway reads no other."));
    }
  }

  /** The files that match a pattern whose last part may have stars. */
  static List<Path> matching(Path work, String pattern) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    if (!Files.isDirectory(work)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(work)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> matcher.matches(work.relativize(file)))
          .sorted()
          .toList();
    }
  }
}
