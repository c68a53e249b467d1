package shareddb.learn.exercise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.base.track.SubFolders;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;

/**
 * All exercises of a checkout, for one learner.
 *
 * @param all in the order in which they are learnt
 */
public record Exercises(List<Exercise> all) {

  private static final Pattern FOLDER = Pattern.compile("(?<number>[0-9]{2})_[a-z0-9_]+");

  public Exercises {
    all = List.copyOf(all);
  }

  /**
   * Reads all exercises.
   *
   * @param learner chooses the names and numbers
   */
  public static Exercises of(Workshop workshop, String learner) {
    return of(workshop, learner, id -> true);
  }

  /**
   * Reads some exercises, so that a mistake of the author in another one is no obstacle.
   *
   * @param wanted the ones to read
   */
  public static Exercises of(Workshop workshop, String learner, Predicate<ExerciseId> wanted) {
    List<Exercise> all = new ArrayList<>();
    for (WorkshopModule module : workshop.modules()) {
      folders(module)
          .forEach(
              (id, folder) -> {
                if (wanted.test(id)) {
                  all.add(read(id, module, folder, learner));
                }
              });
    }
    return new Exercises(all);
  }

  /** The ids of all exercises. They come from the names of the folders; no file is read. */
  public static List<String> ids(Workshop workshop) {
    return workshop.modules().stream()
        .flatMap(module -> folders(module).keySet().stream())
        .map(ExerciseId::toString)
        .toList();
  }

  private static SortedMap<ExerciseId, Path> folders(WorkshopModule module) {
    String digits = module.name().value().substring(0, 2);
    SortedMap<ExerciseId, Path> folders = new TreeMap<>();
    for (Path folder : SubFolders.in(module.folder().resolve("exercises"))) {
      Matcher matcher = FOLDER.matcher(folder.getFileName().toString());
      if (matcher.matches()) {
        folders.put(new ExerciseId(digits, Integer.parseInt(matcher.group("number"))), folder);
      }
    }
    return folders;
  }

  /** Reads one exercise. Throws {@link InvalidExercise} if its checks cannot be read. */
  public static Exercise read(ExerciseId id, WorkshopModule module, Path folder, String learner) {
    Path file = folder.resolve(ChecksFile.NAME);
    ChecksFile raw = ChecksFile.read(file, ExerciseText.RAW);
    ExerciseText values = Variant.of(raw.varies(), learner, id);
    return new Exercise(id, module, folder, ChecksFile.read(file, values), values);
  }

  public Optional<Exercise> find(ExerciseId id) {
    return all.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
  }

  /** The exercise that follows; empty after the last one. */
  public Optional<Exercise> after(ExerciseId id) {
    return all.stream().filter(exercise -> exercise.id().compareTo(id) > 0).findFirst();
  }

  /** The exercises whose ids begin with a text, such as all of module {@code 00}. */
  public List<Exercise> beginningWith(String typed) {
    return all.stream()
        .filter(
            exercise ->
                exercise.id().toString().equals(typed) || exercise.id().module().equals(typed))
        .toList();
  }
}
