package shareddb.learn.classroom;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import shareddb.base.jdbc.Query;
import shareddb.learn.progress.ExerciseRecord;

/**
 * Who has solved what: learners by exercises.
 *
 * @param exercises the columns, in the order of the workshop
 */
public record ClassGrid(List<String> exercises, List<Row> rows) {

  /**
   * One learner.
   *
   * @param progress by exercise; exercises that were not begun are missing
   */
  public record Row(String learner, Map<String, ExerciseRecord> progress) {

    public long passed() {
      return progress.values().stream().filter(ExerciseRecord::passed).count();
    }

    public Optional<Instant> lastSeen() {
      return progress.values().stream()
          .map(ExerciseRecord::lastSeen)
          .max(Comparator.naturalOrder());
    }
  }

  /**
   * Reads the progress of all learners in one query.
   *
   * @param known the exercises of the workshop; those that a learner has done beside them come too
   */
  public static ClassGrid read(ClassDatabase database, List<String> known) throws SQLException {
    String sql =
        """
        SELECT learner.name, progress.*
        FROM class.learner LEFT JOIN class.progress ON progress.learner = learner.name
        ORDER BY learner.name
        """;
    SortedSet<String> exercises = new TreeSet<>(inOrder());
    exercises.addAll(known);
    Map<String, Map<String, ExerciseRecord>> all = new LinkedHashMap<>();
    try (Connection connection = database.admin().reading().connect()) {
      Query.of(connection, sql)
          .each(
              row -> {
                Map<String, ExerciseRecord> of =
                    all.computeIfAbsent(row.getString("name"), name -> new TreeMap<>());
                if (row.getString("exercise") != null) {
                  ExerciseRecord one = DatabaseProgress.exercise(row);
                  exercises.add(one.exercise());
                  of.put(one.exercise(), one);
                }
              });
    }
    return new ClassGrid(
        List.copyOf(exercises),
        all.entrySet().stream()
            .map(entry -> new Row(entry.getKey(), Map.copyOf(entry.getValue())))
            .toList());
  }

  /** How many learners have passed this exercise. */
  public long passed(String exercise) {
    return rows.stream()
        .map(row -> row.progress().get(exercise))
        .filter(one -> one != null && one.passed())
        .count();
  }

  /** By the module's number, then by the number in it: 00.2 stands before 00.10. */
  private static Comparator<String> inOrder() {
    return Comparator.comparing((String id) -> id.replaceFirst("\\..*", ""))
        .thenComparing(String::length)
        .thenComparing(Comparator.naturalOrder());
  }
}
