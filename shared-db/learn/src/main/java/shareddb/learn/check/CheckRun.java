package shareddb.learn.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import shareddb.base.track.InvalidTrack;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.trial.LearnServer;
import shareddb.learn.trial.Trial;

/**
 * Runs the checks of an exercise in their order. After the first one that fails, all others wait
 * for it: what they would say follows from the first difference.
 */
public final class CheckRun {

  private final Path cache;
  private final Consumer<CheckedEntry> listener;

  /**
   * @param cache the folder of what is built once, such as the goal's catalog
   * @param listener hears each result as soon as it is there
   */
  public CheckRun(Path cache, Consumer<CheckedEntry> listener) {
    this.cache = cache;
    this.listener = listener;
  }

  /**
   * Checks the files in a folder.
   *
   * @param work the folder with the learner's files
   */
  public ExerciseReport of(Exercise exercise, Path work, LearnServer server) throws SQLException {
    List<CheckedEntry> entries = new ArrayList<>();
    try (Trial trial = Trial.of(exercise, work, server);
        CheckKinds kinds = new CheckKinds(cache, root(exercise))) {
      Optional<String> failed = Optional.empty();
      for (CheckEntry entry : exercise.checks().checks()) {
        CheckedEntry checked =
            failed.isPresent()
                ? checked(entry, new CheckResult.Waits(failed.get()), 0)
                : run(entry, kinds.of(entry), trial);
        if (failed.isEmpty() && !checked.result().passed()) {
          failed = Optional.of(checked.id());
        }
        entries.add(checked);
        listener.accept(checked);
      }
    }
    return new ExerciseReport(exercise.id(), entries);
  }

  /** The checkout, above {@code workshop/NN_name}. */
  private static Path root(Exercise exercise) {
    return exercise.module().folder().resolve("../..").normalize();
  }

  private static CheckedEntry run(CheckEntry entry, ExerciseCheck check, Trial trial)
      throws SQLException {
    long start = System.nanoTime();
    try {
      CheckResult result = helped(check.run(trial), entry);
      return checked(entry, result, System.nanoTime() - start);
    } catch (InvalidTrack e) {
      CheckResult result = CheckResult.failed(String.valueOf(e.getMessage()));
      return checked(entry, result, System.nanoTime() - start);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot check " + trial.work(), e);
    }
  }

  /** The exercise's own words of help come before those of the check. */
  private static CheckResult helped(CheckResult result, CheckEntry entry) {
    return result instanceof CheckResult.Failed(String line, Optional<String> help)
        ? new CheckResult.Failed(line, entry.help().or(() -> help))
        : result;
  }

  private static CheckedEntry checked(CheckEntry entry, CheckResult result, long nanos) {
    return new CheckedEntry(entry.name(), CheckLabel.of(entry), result, Duration.ofNanos(nanos));
  }
}
