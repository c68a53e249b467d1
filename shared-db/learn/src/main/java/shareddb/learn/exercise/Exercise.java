package shareddb.learn.exercise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.track.SubFolders;
import shareddb.base.track.Track;
import shareddb.base.track.WorkshopModule;

/**
 * One exercise, with the names and numbers that it has for one learner.
 *
 * @param folder its folder in the module's {@code exercises/}
 * @param values the values of its placeholders, for this learner
 */
public record Exercise(
    ExerciseId id, WorkshopModule module, Path folder, ChecksFile checks, ExerciseText values) {

  /** The title of its README. */
  public String title() {
    return readme()
        .lines()
        .filter(line -> line.startsWith("# "))
        .map(line -> line.substring(2).strip())
        .findFirst()
        .orElseThrow(() -> new InvalidExercise(folder.resolve("README.md"), "no title: # …"));
  }

  public String readme() {
    return text("README.md");
  }

  /** The README without its title. */
  public String task() {
    return readme().replaceFirst("(?s)\\A\\s*# [^\n]*\n", "").strip();
  }

  /** The hints, from where to look to which statement. */
  public List<String> hints() {
    return Arrays.stream(text("hints.md").split("(?m)^## [0-9]+.*$"))
        .map(String::strip)
        .filter(hint -> !hint.isEmpty() && !hint.startsWith("# "))
        .toList();
  }

  public String solution() {
    return text("solution.md");
  }

  /** The track of the module whose migrations the exercise begins with, if it begins with them. */
  public Optional<Track> moduleTrack() {
    return checks.start().map(start -> track(start.track()));
  }

  /** Whether the learner writes a program. */
  public boolean isProgram() {
    return Files.isDirectory(folder.resolve("start/src"))
        || Files.isDirectory(folder.resolve("goal/src"));
  }

  /** The names of the wrong answers that are kept as tests. */
  public List<String> wrongAnswers() {
    return SubFolders.in(folder.resolve("wrong")).stream()
        .map(answer -> answer.getFileName().toString())
        .toList();
  }

  /** The rows that the schema begins with, by the name of the schema's copy. */
  public List<String> copies() {
    return checks.targets().isEmpty()
        ? Stream.of("1", "2").filter(seed -> seed.equals("1") || hasSeed(seed)).toList()
        : checks.targets();
  }

  /** The rows of a copy; empty if it begins without rows. */
  public Optional<Path> seed(String copy) {
    return Optional.of(folder.resolve("start/seed-" + copy + ".sql")).filter(Files::exists);
  }

  private boolean hasSeed(String copy) {
    return seed(copy).isPresent();
  }

  private String text(String file) {
    return values.in(folder.resolve(file));
  }

  private Track track(Optional<String> part) {
    return module.tracks().stream()
        .filter(track -> part.isEmpty() || track.part().equals(part))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidExercise(
                    folder.resolve(ChecksFile.NAME),
                    "no track " + part.orElse("") + " in " + module.name()));
  }
}
