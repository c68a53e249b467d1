package shareddb.learn.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;
import shareddb.base.jdbc.SqlExecution;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.SchemaCopy;
import shareddb.learn.trial.StateNames;
import shareddb.learn.trial.Trial;
import shareddb.migrate.script.StatementError;
import tools.jackson.databind.JsonNode;

/** One statement in a transaction that is rolled back: accepted, refused, or with these rows. */
record ProbeCheck(CheckEntry.Probe probe) implements ExerciseCheck {

  private static final String API = "api";

  /** A statement that can change rows. */
  private static final Pattern ROWS =
      Pattern.compile("\\s*(INSERT|UPDATE|DELETE|MERGE)\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    return AppliedStates.each(trial, this::at);
  }

  private CheckResult at(SchemaCopy copy) throws SQLException {
    try (Connection connection = copy.connect()) {
      connection.setAutoCommit(false);
      try {
        prepare(connection, copy);
      } catch (SQLException e) {
        return CheckResult.failed("before it: " + StatementError.of(e).line());
      }
      CheckResult result = probed(connection, copy);
      connection.rollback();
      return result;
    }
  }

  private void prepare(Connection connection, SchemaCopy copy) throws SQLException {
    for (String statement : probe.before().orElse(List.of())) {
      SqlExecution.run(connection, copy.sql(statement));
    }
    for (Map.Entry<String, String> setting : probe.set().orElse(Map.of()).entrySet()) {
      Query.of(connection, "SELECT set_config(?, ?, true)", setting.getKey(), setting.getValue())
          .each(row -> {});
    }
    if (probe.as().equals(Optional.of(API))) {
      Query.execute(connection, "SET LOCAL ROLE " + copy.target().apiRole().quoted());
    }
  }

  private CheckResult probed(Connection connection, SchemaCopy copy) {
    String sql = copy.sql(probe.accepts().or(probe::sql).orElse(""));
    try {
      return probe.sees().isPresent()
          ? sees(RowsCheck.rows(connection, sql), probe.sees().get())
          : accepted(sql, changed(connection, sql));
    } catch (SQLException e) {
      return refused(StatementError.of(e));
    }
  }

  private static int changed(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      return Math.max(0, statement.getUpdateCount());
    }
  }

  private static CheckResult sees(List<String> rows, JsonNode wanted) {
    String found = RowsCheck.shown(rows);
    // A number alone is the only value of one row, or else the number of rows.
    String count = Integer.toString(rows.size());
    String text = RowsCheck.wanted(wanted);
    boolean same = found.equals(text) || (rows.size() != 1 && count.equals(text));
    return same
        ? new CheckResult.Passed("sees " + text)
        : CheckResult.failed("sees %s, wanted %s".formatted(found, text));
  }

  private CheckResult accepted(String sql, int changed) {
    return probe.refuses().isEmpty()
        ? new CheckResult.Passed("accepted")
        : CheckResult.failed(
            "accepted, and it should be refused: %s%s"
                .formatted(
                    StateNames.of(probe.refuses().get()),
                    changed == 0 && ROWS.matcher(sql).lookingAt() ? " (it changed no row)" : ""));
  }

  private CheckResult refused(StatementError error) {
    @Nullable String wanted = probe.refuses().orElse(null);
    if (wanted != null && List.of(wanted.split(" or ")).contains(error.sqlState())) {
      return new CheckResult.Passed("refused: " + StateNames.of(error.sqlState()));
    }
    return new CheckResult.Failed(
        "refused: " + error.line() + (wanted == null ? "" : ", wanted " + StateNames.of(wanted)),
        error.hint());
  }
}
