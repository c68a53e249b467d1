package shareddb.migrate.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.TrackReading;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;

/**
 * A track compared with a history: the applied and the pending migrations, and the problems.
 *
 * @param migrations the track's migrations, by version
 * @param bases the track's base scripts if no version was ever applied to the target; else none
 * @param applied the history rows of the versions that are applied now; undone versions are left
 *     out
 * @param repeatables the same for repeatable migrations
 * @param problems the reasons why history and files do not fit together
 */
public record TrackState(
    List<Migration> migrations,
    List<Migration> bases,
    SortedMap<Version, HistoryRow> applied,
    RepeatableState repeatables,
    List<HistoryProblem> problems) {

  /** Compares versioned and repeatable migrations. */
  public static TrackState of(TrackReading track, Target target, History history) {
    return of(track, target.schema(), target.apiRole(), history);
  }

  /** Compares them for a target with this schema and this role. */
  public static TrackState of(
      TrackReading track, SchemaName schema, RoleName role, History history) {
    return of(
        track, schema, history, RepeatableState.of(track.repeatables(), schema, role, history));
  }

  /** Compares versioned migrations only. */
  public static TrackState versioned(TrackReading track, Target target, History history) {
    return of(track, target.schema(), history, RepeatableState.NONE);
  }

  private static TrackState of(
      TrackReading track, SchemaName schema, History history, RepeatableState repeatables) {
    SortedMap<Version, HistoryRow> applied = applied(history);
    List<HistoryProblem> problems = problems(track.migrations(), applied, repeatables);
    Optional<HistoryProblem> foreign =
        problems.isEmpty()
            ? Optional.empty()
            : new HistoryOwner(applied.values()).foreignTo(track, schema);
    return new TrackState(
        track.migrations(),
        isNew(history) ? track.bases() : List.of(),
        applied,
        repeatables,
        foreign.map(List::of).orElse(problems));
  }

  /**
   * Compares versioned migrations only, and does not look for another track that owns the schema.
   */
  public static TrackState of(List<Migration> migrations, History history) {
    SortedMap<Version, HistoryRow> applied = applied(history);
    return new TrackState(
        migrations,
        List.of(),
        applied,
        RepeatableState.NONE,
        problems(migrations, applied, RepeatableState.NONE));
  }

  private static SortedMap<Version, HistoryRow> applied(History history) {
    SortedMap<Version, HistoryRow> applied = new TreeMap<>();
    for (HistoryRow row : history.rows()) {
      if (row.version().isEmpty()) {
        continue;
      }
      if (row.undoes() && row.success()) {
        applied.remove(row.version().get());
      } else {
        applied.put(row.version().get(), row);
      }
    }
    return applied;
  }

  /** Whether no version was ever applied, or undone: only then Flyway runs a base script. */
  private static boolean isNew(History history) {
    return history.rows().stream().allMatch(row -> row.version().isEmpty());
  }

  /** The highest version that is applied as a whole. */
  public Version current() {
    return current(applied);
  }

  private static Version current(SortedMap<Version, HistoryRow> applied) {
    return applied.entrySet().stream()
        .filter(entry -> entry.getValue().success())
        .map(Map.Entry::getKey)
        .reduce(Version.NONE, (lower, higher) -> higher);
  }

  /** The migration that stopped half-way, if an upgrade can finish it. */
  public Optional<Migration> unfinished() {
    return problems.stream()
        .filter(TrackState::canBeFinished)
        .map(HistoryProblem.HalfDone.class::cast)
        .flatMap(half -> half.migration().stream())
        .findFirst();
  }

  /** The problems that an upgrade cannot solve by finishing a half-done migration. */
  public List<HistoryProblem> obstacles() {
    return problems.stream().filter(problem -> !canBeFinished(problem)).toList();
  }

  private static boolean canBeFinished(HistoryProblem problem) {
    return problem instanceof HistoryProblem.HalfDone half && half.canBeFinished();
  }

  /** The row of a version that is applied or half done. */
  public HistoryRow row(Version version) {
    return Objects.requireNonNull(applied.get(version), version::toString);
  }

  /** The highest version of the track. */
  public Version newest() {
    return migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
  }

  public List<Migration> pending() {
    Version baseline = baseline();
    return migrations.stream()
        .filter(m -> m.version().compareTo(baseline) > 0 && !applied.containsKey(m.version()))
        .toList();
  }

  /**
   * The migrations that an upgrade up to this version runs. A new target begins with the newest
   * base script that is not above the version, in place of the migrations up to it.
   */
  public List<Migration> pending(Version upTo) {
    return BaseScripts.pending(pending(), bases, upTo);
  }

  /** The applied migrations that can be undone: those above the baseline. */
  public List<Migration> undoable() {
    Version baseline = baseline();
    return migrations.stream()
        .filter(m -> m.version().compareTo(baseline) > 0 && applied.containsKey(m.version()))
        .toList();
  }

  /** The migrations up to the baseline: the schema has them, and this history did not run them. */
  public List<Migration> covered() {
    Version baseline = baseline();
    return migrations.stream().filter(m -> m.version().compareTo(baseline) <= 0).toList();
  }

  /** The version of Flyway's BASELINE row. {@link Version#NONE} if there is no such row. */
  public Version baseline() {
    return baseline(applied);
  }

  private static Version baseline(SortedMap<Version, HistoryRow> applied) {
    return applied.values().stream()
        .filter(HistoryRow::isBaseline)
        .flatMap(row -> row.version().stream())
        .reduce(Version.NONE, (lower, higher) -> higher);
  }

  /** Whether no migration is pending, versioned or repeatable. */
  public boolean isUpToDate() {
    return pending().isEmpty() && repeatables.pending().isEmpty();
  }

  /** All pending migrations, in the order in which an upgrade runs them. */
  public List<UpgradeScript> due() {
    return Stream.<UpgradeScript>concat(pending().stream(), repeatables.pending().stream())
        .toList();
  }

  public Optional<Migration> migration(Version version) {
    return migrations.stream().filter(m -> m.version().equals(version)).findFirst();
  }

  /** The problem that the schema belongs to another track, if it does. */
  public Optional<HistoryProblem.OfAnotherTrack> foreign() {
    return problems.stream()
        .filter(HistoryProblem.OfAnotherTrack.class::isInstance)
        .map(HistoryProblem.OfAnotherTrack.class::cast)
        .findFirst();
  }

  private static List<HistoryProblem> problems(
      List<Migration> migrations,
      SortedMap<Version, HistoryRow> applied,
      RepeatableState repeatables) {
    Version current = current(applied);
    Version baseline = baseline(applied);
    List<HistoryProblem> problems = new ArrayList<>();
    Map<Version, Migration> byVersion = new HashMap<>();
    migrations.forEach(migration -> byVersion.put(migration.version(), migration));
    applied.forEach((version, row) -> add(problems, byVersion.get(version), version, row));
    migrations.stream()
        .filter(m -> !applied.containsKey(m.version()) && m.version().compareTo(current) < 0)
        .filter(m -> m.version().compareTo(baseline) > 0)
        .forEach(migration -> problems.add(new HistoryProblem.OutOfOrder(migration, current)));
    problems.addAll(repeatables.problems());
    return List.copyOf(problems);
  }

  private static void add(
      List<HistoryProblem> problems,
      @Nullable Migration migration,
      Version version,
      HistoryRow row) {
    if (!row.success()) {
      problems.add(new HistoryProblem.HalfDone(version, row, Optional.ofNullable(migration)));
    } else if (row.isBaseline()) {
      return;
    } else if (migration == null) {
      problems.add(new HistoryProblem.Missing(version, row));
    } else if (row.checksum().isPresent() && row.checksum().getAsInt() != migration.checksum()) {
      problems.add(new HistoryProblem.Edited(migration, row));
    }
  }
}
