package shareddb.learn.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Migration;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.exercise.ExerciseFiles;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.schema.catalog.Catalog;

/**
 * One run of an exercise's checks on a learner's files. Schemas are built when the first check
 * needs them, always from the same start.
 */
public final class Trial implements AutoCloseable {

  /** The role is made before, and nothing is recorded in the journal. */
  public static final OperationListener LISTENER =
      UnrecordedListener.withoutRole(WaitLimits.PATIENCE);

  private final Exercise exercise;
  private final Path work;
  private final LearnServer server;
  private final Path folder;
  private final List<SchemaCopy> copies;
  private final Map<SchemaCopy, Catalog> starts = new LinkedHashMap<>();
  private Optional<List<AppliedCopy>> applied = Optional.empty();

  private Trial(Exercise exercise, Path work, LearnServer server, Path folder) {
    this.exercise = exercise;
    this.work = work;
    this.server = server;
    this.folder = folder;
    this.copies =
        exercise.copies().stream().map(name -> SchemaCopy.of(exercise, name, server)).toList();
  }

  /**
   * Begins a run. Nothing is built yet.
   *
   * @param work the folder with the learner's files
   */
  public static Trial of(Exercise exercise, Path work, LearnServer server) {
    return new Trial(exercise, work, server, TemporaryFolder.make("workshop-exercise"));
  }

  public Exercise exercise() {
    return exercise;
  }

  public LearnServer server() {
    return server;
  }

  /** The folder with the learner's files. */
  public Path work() {
    return work;
  }

  public List<SchemaCopy> copies() {
    return copies;
  }

  /** A temporary folder of this run. */
  public Path folder() {
    return folder;
  }

  /** The learner's migrations and undo scripts. */
  public Track track() {
    return track(work);
  }

  Track track(Path files) {
    Optional<String> part = exercise.checks().start().flatMap(start -> start.track());
    return new Track(
        exercise.module().name(), part, files.resolve("migrations"), files.resolve("undo"));
  }

  /** The catalog of a copy before the learner's migrations. */
  public Catalog start(SchemaCopy copy) {
    return Objects.requireNonNull(starts.get(copy), "the copy is not built yet");
  }

  /** The version of the start. */
  public Version from() {
    return applies()
        .flatMap(CheckEntry.Applies::from)
        .map(Version::parse)
        .orElseGet(() -> newest(startTrack()));
  }

  /** The version to which the learner's files are applied. */
  public Version to() {
    return applies()
        .flatMap(CheckEntry.Applies::to)
        .map(Version::parse)
        .orElseGet(() -> newest(track()));
  }

  /**
   * Builds all copies and applies the learner's files, on the first call. A copy where that fails
   * is the last one.
   */
  public List<AppliedCopy> applied() throws SQLException {
    if (applied.isEmpty()) {
      List<AppliedCopy> all = new ArrayList<>();
      build();
      for (SchemaCopy copy : copies) {
        if (all.stream().allMatch(AppliedCopy::done)) {
          all.add(upgrade(copy));
        }
      }
      applied = Optional.of(List.copyOf(all));
    }
    return applied.get();
  }

  /** Applies them again, after a check has undone them. */
  public void again() throws SQLException {
    for (SchemaCopy copy : copies) {
      Upgrade.run(track(), copy.target(), to(), LISTENER);
    }
  }

  /** Builds the first copy anew and applies the learner's files to it, after a program used it. */
  public void anew() throws SQLException {
    SchemaCopy first = copies.getFirst();
    starts.put(first, new StartState(startTrack(), from()).build(first));
    Upgrade.run(track(), first.target(), to(), LISTENER);
  }

  /** Builds the start in all copies. */
  public void build() throws SQLException {
    StartState start = startState();
    for (SchemaCopy copy : copies) {
      starts.put(copy, start.build(copy));
    }
  }

  StartState startState() {
    return new StartState(startTrack(), from());
  }

  private AppliedCopy upgrade(SchemaCopy copy) throws SQLException {
    Optional<CheckEntry.Reader> reader =
        exercise.checks().checks().stream().flatMap(c -> c.reader().stream()).findFirst();
    if (reader.isEmpty()) {
      return new AppliedCopy(
          copy, Upgrade.run(track(), copy.target(), to(), LISTENER), Optional.empty());
    }
    try (WaitingReader waiting = WaitingReader.on(copy, reader.get().sql())) {
      UpgradeResult result = Upgrade.run(track(), copy.target(), to(), LISTENER);
      return new AppliedCopy(copy, result, Optional.of(waiting.longest()));
    }
  }

  /** The start's files as they were applied. */
  private Track startTrack() {
    Path files = folder.resolve("applied");
    if (!Files.exists(files)) {
      ExerciseFiles.applied(exercise, files);
    }
    return track(files);
  }

  private Optional<CheckEntry.Applies> applies() {
    return exercise.checks().checks().stream().flatMap(c -> c.applies().stream()).findFirst();
  }

  private static Version newest(Track track) {
    List<Migration> migrations = track.look().migrations();
    return migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
  }

  static void done(UpgradeResult result, Track track) {
    if (!(result instanceof UpgradeResult.Upgraded || result instanceof UpgradeResult.UpToDate)) {
      throw new IllegalStateException(
          track.migrations() + " cannot be applied: " + new UpgradeLine(result).text());
    }
  }

  @Override
  public void close() {
    TemporaryFolder.delete(folder);
  }
}
