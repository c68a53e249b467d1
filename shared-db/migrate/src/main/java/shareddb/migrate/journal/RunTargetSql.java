package shareddb.migrate.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;

/**
 * SQL that writes many targets of a run in one statement: each parameter is an array with the
 * values of one column.
 */
final class RunTargetSql {

  private static final String COLUMNS =
      """
      unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
             (?::text[])::bigint[], ?::text[])
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
          .formatted(RunJournal.TARGETS, COLUMNS);

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
          .formatted(RunJournal.TARGETS, COLUMNS);

  private RunTargetSql() {}

  static void execute(Connection connection, String sql, long run, List<RunTarget> targets)
      throws SQLException {
    Query.of(
            connection,
            sql,
            run,
            column(targets, RunTarget::label),
            column(targets, target -> target.database().value()),
            column(targets, target -> target.schema().value()),
            column(targets, target -> target.from().toString()),
            column(targets, target -> target.to().toString()),
            column(targets, target -> target.status().word()),
            column(targets, target -> String.valueOf(target.took().toMillis())),
            column(targets, target -> target.error().orElse(null)))
        .update();
  }

  private static List<@Nullable String> column(
      List<RunTarget> targets, Function<RunTarget, @Nullable String> value) {
    return targets.stream().<@Nullable String>map(value).toList();
  }
}
