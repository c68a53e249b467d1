package shareddb.migrate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Placeholders;
import shareddb.base.track.RepeatableMigration;

/**
 * A track's repeatable migrations compared with a history, as Flyway compares them.
 *
 * @param applied the last row of each repeatable migration, by description
 * @param pending the migrations that never ran, or whose text has changed
 * @param problems the reasons why Flyway would not go on
 */
public record RepeatableState(
    SortedMap<String, HistoryRow> applied,
    List<RepeatableMigration> pending,
    List<HistoryProblem> problems) {

  /** The repeatable migrations were not compared. */
  static final RepeatableState NONE = new RepeatableState(new TreeMap<>(), List.of(), List.of());

  static RepeatableState of(
      List<RepeatableMigration> repeatables, SchemaName schema, RoleName role, History history) {
    SortedMap<String, HistoryRow> applied = applied(history);
    return new RepeatableState(
        applied,
        repeatables.stream()
            .filter(r -> !isCurrent(r, applied, Placeholders.checksum(r, schema, role)))
            .toList(),
        problems(repeatables, applied));
  }

  /** The rows of the migrations that ran between the two states. */
  public List<HistoryRow> since(RepeatableState before) {
    return applied.values().stream()
        .filter(row -> row.success() && !row.equals(before.applied().get(row.description())))
        .toList();
  }

  private static SortedMap<String, HistoryRow> applied(History history) {
    SortedMap<String, HistoryRow> applied = new TreeMap<>();
    for (HistoryRow row : history.rows()) {
      if (row.isRepeatable()) {
        applied.put(row.description(), row);
      } else if (row.version().isEmpty() && row.undoes()) {
        // Flyway's repair writes such a row if the file was removed for good.
        applied.remove(row.description());
      }
    }
    return applied;
  }

  private static boolean isCurrent(
      RepeatableMigration repeatable, SortedMap<String, HistoryRow> applied, int wanted) {
    return Optional.ofNullable(applied.get(repeatable.description()))
        .filter(row -> row.success() && row.sum().equals(Optional.of(wanted)))
        .isPresent();
  }

  private static List<HistoryProblem> problems(
      List<RepeatableMigration> repeatables, SortedMap<String, HistoryRow> applied) {
    Set<String> known =
        repeatables.stream().map(RepeatableMigration::description).collect(Collectors.toSet());
    List<HistoryProblem> problems = new ArrayList<>();
    applied.forEach(
        (description, row) -> {
          if (!row.success()) {
            problems.add(new HistoryProblem.RepeatableFailed(row));
          } else if (!known.contains(description)) {
            problems.add(new HistoryProblem.RepeatableGone(row));
          }
        });
    return List.copyOf(problems);
  }
}
