package shareddb.learn.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.base.jdbc.Query;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.SchemaCopy;
import shareddb.learn.trial.Trial;
import shareddb.migrate.script.StatementError;

/** The plan of a query uses an index: one with this name, one on these columns, or any. */
record ExplainCheck(CheckEntry.Explain explain) implements ExerciseCheck {

  private static final Pattern USED =
      Pattern.compile("(?:Index (?:Only )?Scan(?: Backward)? using|Bitmap Index Scan on) (\\S+)");

  private static final Pattern ON = Pattern.compile("index on (?<table>[^(]+)\\((?<columns>.+)\\)");

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    return AppliedStates.each(trial, this::at);
  }

  private CheckResult at(SchemaCopy copy) throws SQLException {
    try (Connection connection = copy.connect()) {
      copy.analyze(connection);
      List<String> plan = RowsCheck.rows(connection, "EXPLAIN " + copy.sql(explain.sql()));
      List<String> used = new ArrayList<>();
      for (String line : plan) {
        Matcher matcher = USED.matcher(line);
        if (matcher.find()) {
          used.add(matcher.group(1).replace("\"", ""));
        }
      }
      if (fits(explain.uses(), used, connection, copy)
          || (explain.or().isPresent() && fits(explain.or().get(), used, connection, copy))) {
        return new CheckResult.Passed("uses " + String.join(", ", used));
      }
      return CheckResult.failed(
          used.isEmpty()
              ? "no index is used: " + scan(plan)
              : "it uses " + described(used, connection, copy),
          "EXPLAIN shows the plan. Which columns does the query filter and sort by?");
    } catch (SQLException e) {
      return CheckResult.failed(StatementError.of(e).line());
    }
  }

  /** The line of the plan that reads a table, without its costs. */
  private static String scan(List<String> plan) {
    String line =
        plan.stream().filter(l -> l.contains(" Scan on ")).findFirst().orElse(plan.getFirst());
    return line.replaceFirst(" +\\(cost.*", "").replaceFirst("^[ >-]+", "");
  }

  private static String described(List<String> used, Connection connection, SchemaCopy copy)
      throws SQLException {
    List<String> all = new ArrayList<>();
    for (String index : used) {
      all.add(index + definition(connection, copy, index).map(d -> " on " + d).orElse(""));
    }
    return String.join(", ", all);
  }

  private static boolean fits(
      String wanted, List<String> used, Connection connection, SchemaCopy copy)
      throws SQLException {
    if (wanted.equals("any index")) {
      return !used.isEmpty();
    }
    Matcher on = ON.matcher(wanted);
    if (!on.matches()) {
      return used.contains(wanted);
    }
    for (String index : used) {
      Optional<String> definition = definition(connection, copy, index);
      if (definition.isPresent()
          && definition.get().equals(on.group("table").strip() + "(" + on.group("columns") + ")")) {
        return true;
      }
    }
    return false;
  }

  /** The index as table and columns: {@code todos(due_on, id)}. */
  private static Optional<String> definition(Connection connection, SchemaCopy copy, String index)
      throws SQLException {
    String sql =
        """
        SELECT t.relname || '(' || (
                   SELECT string_agg(pg_get_indexdef(x.indexrelid, k, true), ', ' ORDER BY k)
                   FROM generate_series(1, x.indnkeyatts) AS k) || ')'
        FROM pg_index AS x
        JOIN pg_class AS i ON i.oid = x.indexrelid
        JOIN pg_class AS t ON t.oid = x.indrelid
        JOIN pg_namespace AS n ON n.oid = t.relnamespace
        WHERE n.nspname = ? AND i.relname = ?
        """;
    return Query.of(connection, sql, copy.target().schema().value(), index)
        .first(row -> row.getString(1));
  }
}
