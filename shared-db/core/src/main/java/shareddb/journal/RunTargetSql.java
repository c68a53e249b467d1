package shareddb.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many targets of a run in one statement: a parameter is a whole column. */
final class RunTargetSql {

  private static final String COLUMNS =
      """
      unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
          AS given (label, database_name, schema_name, from_version, to_version, status,
                    milliseconds, error)
      """;

  static final String INSERT =
      """
      WITH run AS (SELECT ?::bigint AS id)
      INSERT INTO %s (run_id, label, database_name, schema_name, from_version, to_version, status)
      SELECT run.id, label, database_name, schema_name, from_version, to_version, status
      FROM run, %s
      """
          .formatted(Runs.TARGETS, COLUMNS);

  static final String UPDATE =
      """
      WITH run AS (SELECT ?::bigint AS id)
      UPDATE %s AS target
      SET to_version = given.to_version, status = given.status, milliseconds = given.milliseconds,
          error = given.error, ended_at = clock_timestamp()
      FROM run, %s
      WHERE run_id = run.id AND target.database_name = given.database_name
        AND target.schema_name = given.schema_name
      """
          .formatted(Runs.TARGETS, COLUMNS);

  private RunTargetSql() {}

  static void execute(PreparedStatement statement, long run, List<RunTarget> targets)
      throws SQLException {
    statement.setLong(1, run);
    column(statement, 2, "text", targets, RunTarget::label);
    column(statement, 3, "text", targets, target -> target.database().value());
    column(statement, 4, "text", targets, target -> target.schema().value());
    column(statement, 5, "text", targets, target -> target.from().toString());
    column(statement, 6, "text", targets, target -> target.to().toString());
    column(statement, 7, "text", targets, RunTargetSql::status);
    column(statement, 8, "bigint", targets, target -> target.took().toMillis());
    column(statement, 9, "text", targets, target -> target.error().orElse(null));
    statement.executeUpdate();
  }

  private static String status(RunTarget target) {
    return target.status().name().toLowerCase(Locale.ROOT);
  }

  private static void column(
      PreparedStatement statement,
      int place,
      String type,
      List<RunTarget> targets,
      Function<RunTarget, @Nullable Object> value)
      throws SQLException {
    statement.setArray(
        place,
        statement.getConnection().createArrayOf(type, targets.stream().map(value).toArray()));
  }
}
