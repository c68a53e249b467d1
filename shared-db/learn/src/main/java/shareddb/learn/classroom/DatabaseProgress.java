package shareddb.learn.classroom;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;
import shareddb.base.names.LearnerName;
import shareddb.base.settings.Login;
import shareddb.learn.progress.CheckRecord;
import shareddb.learn.progress.ExerciseRecord;
import shareddb.learn.progress.Progress;
import shareddb.learn.progress.ProgressStore;

/**
 * A learner's progress in the tables of a class, where the instructor sees it.
 *
 * @param login the learner's own login; or the instructor's, for an import
 */
public record DatabaseProgress(Login login, LearnerName learner) implements ProgressStore {

  private static final String EXERCISES =
      """
      INSERT INTO class.progress (learner, exercise, tries, hints, passed_at, last_seen)
      SELECT ?, exercise, tries, hints, nullif(passed_at, '')::timestamptz, last_seen
      FROM unnest(?::text[], ?::text[]::integer[], ?::text[]::integer[], ?::text[],
                  ?::text[]::timestamptz[])
          AS given (exercise, tries, hints, passed_at, last_seen)
      ON CONFLICT (learner, exercise) DO UPDATE
      SET tries = excluded.tries, hints = excluded.hints, passed_at = excluded.passed_at,
          last_seen = excluded.last_seen
      """;

  private static final String CHECKS =
      """
      INSERT INTO class.check_record (learner, exercise, what, passed, tries, at, cause, help)
      SELECT ?, exercise, what, passed, tries, at, nullif(cause, ''), nullif(help, '')
      FROM unnest(?::text[], ?::text[], ?::text[]::boolean[], ?::text[]::integer[],
                  ?::text[]::timestamptz[], ?::text[], ?::text[])
          AS given (exercise, what, passed, tries, at, cause, help)
      ON CONFLICT (learner, exercise, what) DO UPDATE
      SET passed = excluded.passed, tries = excluded.tries, at = excluded.at,
          cause = excluded.cause, help = excluded.help
      """;

  /** The store for the login of the settings, if it is a learner's to the database of a class. */
  public static Optional<DatabaseProgress> of(Login login) throws SQLException {
    try (Connection connection = login.reading().connect()) {
      String mayWrite =
          """
          SELECT NOT rolsuper AND has_table_privilege('class.progress', 'INSERT')
          FROM pg_catalog.pg_roles WHERE rolname = current_user
          """;
      return ClassDatabase.hasTables(connection) && Query.of(connection, mayWrite).isTrue()
          ? Optional.of(new DatabaseProgress(login, new LearnerName(login.user())))
          : Optional.empty();
    }
  }

  @Override
  public Optional<Progress> read() throws SQLException {
    String exercises = "SELECT * FROM class.progress WHERE learner = ? ORDER BY exercise";
    String checks =
        "SELECT * FROM class.check_record WHERE learner = ? ORDER BY exercise, at, what";
    try (Connection connection = login.reading().connect()) {
      List<ExerciseRecord> begun =
          Query.of(connection, exercises, learner.value()).list(DatabaseProgress::exercise);
      return begun.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Progress(
                  learner.value(),
                  begun,
                  Query.of(connection, checks, learner.value()).list(DatabaseProgress::check)));
    }
  }

  @Override
  public void write(Progress progress) throws SQLException {
    try (Connection connection = login.connect()) {
      connection.setAutoCommit(false);
      write(connection, progress);
      connection.commit();
    }
  }

  /** Writes it in the transaction that is open. */
  void write(Connection connection, Progress progress) throws SQLException {
    List<ExerciseRecord> exercises = progress.exercises();
    Query.of(
            connection,
            EXERCISES,
            learner.value(),
            texts(exercises, ExerciseRecord::exercise),
            texts(exercises, ExerciseRecord::tries),
            texts(exercises, ExerciseRecord::hints),
            texts(exercises, one -> one.passedAt().map(Instant::toString).orElse("")),
            texts(exercises, ExerciseRecord::lastSeen))
        .update();
    List<CheckRecord> checks = progress.checks();
    Query.of(
            connection,
            CHECKS,
            learner.value(),
            texts(checks, CheckRecord::exercise),
            texts(checks, CheckRecord::what),
            texts(checks, CheckRecord::passed),
            texts(checks, CheckRecord::tries),
            texts(checks, CheckRecord::at),
            texts(checks, one -> one.cause().orElse("")),
            texts(checks, one -> one.help().orElse("")))
        .update();
  }

  private static <T> List<String> texts(List<T> records, Function<T, Object> value) {
    return records.stream().map(value).map(Object::toString).toList();
  }

  static ExerciseRecord exercise(ResultSet row) throws SQLException {
    return new ExerciseRecord(
        row.getString("exercise"),
        row.getInt("tries"),
        row.getInt("hints"),
        Optional.ofNullable(instant(row, "passed_at")),
        Optional.ofNullable(instant(row, "last_seen")).orElse(Instant.EPOCH));
  }

  static CheckRecord check(ResultSet row) throws SQLException {
    return new CheckRecord(
        row.getString("exercise"),
        row.getString("what"),
        row.getBoolean("passed"),
        row.getInt("tries"),
        Optional.ofNullable(instant(row, "at")).orElse(Instant.EPOCH),
        Optional.ofNullable(row.getString("cause")),
        Optional.ofNullable(row.getString("help")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
