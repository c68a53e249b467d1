package shareddb.learn.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import shareddb.base.jdbc.Query;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.SchemaCopy;
import shareddb.learn.trial.Trial;
import shareddb.migrate.script.StatementError;
import tools.jackson.databind.JsonNode;

/** A query returns what is wanted, in each copy. */
record RowsCheck(CheckEntry.Rows options) implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    return AppliedStates.each(trial, this::at);
  }

  private CheckResult at(SchemaCopy copy) throws SQLException {
    try (Connection connection = copy.connect()) {
      connection.setAutoCommit(false);
      String found = shown(rows(connection, copy.sql(options.sql())));
      connection.rollback();
      String wanted = wanted(options.is());
      return found.equals(wanted)
          ? new CheckResult.Passed("as wanted")
          : CheckResult.failed(found + ", wanted " + wanted);
    } catch (SQLException e) {
      return CheckResult.failed(StatementError.of(e).line());
    }
  }

  /** The rows of a query; the columns of each are joined. */
  static List<String> rows(Connection connection, String sql) throws SQLException {
    return Query.of(connection, sql).list(RowsCheck::row);
  }

  static String shown(List<String> rows) {
    return rows.isEmpty() ? "no rows" : String.join(" | ", rows);
  }

  static String wanted(JsonNode is) {
    return is.isArray()
        ? shown(StreamSupport.stream(is.spliterator(), false).map(RowsCheck::text).toList())
        : text(is);
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "null" : value.asString();
  }

  private static String row(ResultSet row) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      boolean isBoolean = row.getMetaData().getColumnTypeName(i).equals("bool");
      String text = row.getString(i);
      cells.add(text == null ? "null" : isBoolean ? Boolean.toString(text.equals("t")) : text);
    }
    return String.join(", ", cells);
  }
}
