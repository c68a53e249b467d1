package shareddb.learn.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.SchemaCopy;
import shareddb.learn.trial.Trial;

/** A column has these properties. The default is compared as a value, not as a text. */
record ColumnCheck(CheckEntry.Column wanted) implements ExerciseCheck {

  private record Found(String type, boolean notNull, Optional<String> defaultExpression) {}

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    return AppliedStates.each(trial, this::at);
  }

  private CheckResult at(SchemaCopy copy) throws SQLException {
    try (Connection connection = copy.connect()) {
      Optional<Found> found = found(connection, copy);
      return found.isEmpty()
          ? CheckResult.failed(
              "there is no column %s in %s".formatted(wanted.name(), wanted.table()))
          : compared(connection, found.get());
    }
  }

  private CheckResult compared(Connection connection, Found found) throws SQLException {
    List<String> types = wanted.type().orElse(List.of());
    if (!types.isEmpty() && !types.contains(found.type())) {
      return CheckResult.failed(
          "its type is %s, wanted %s".formatted(found.type(), String.join(" or ", types)));
    }
    if (wanted.nullable().isPresent() && wanted.nullable().get() == found.notNull()) {
      return CheckResult.failed(
          found.notNull() ? "it is NOT NULL, and may be null" : "it may be null, wanted NOT NULL");
    }
    if (wanted.defaultValue().isPresent()) {
      String value = defaultValue(connection, found);
      if (!value.equals(wanted.defaultValue().get())) {
        return CheckResult.failed(
            "its default is %s, wanted %s".formatted(value, wanted.defaultValue().get()));
      }
    }
    return new CheckResult.Passed(shown(found));
  }

  private static String shown(Found found) {
    List<String> words = new ArrayList<>(List.of(found.type()));
    if (found.notNull()) {
      words.add("not null");
    }
    found.defaultExpression().ifPresent(expression -> words.add("default " + expression));
    return String.join(", ", words);
  }

  private static String defaultValue(Connection connection, Found found) throws SQLException {
    if (found.defaultExpression().isEmpty()) {
      return "none";
    }
    String expression = found.defaultExpression().get();
    return Query.of(connection, "SELECT (" + expression + ")::text")
        .<Optional<String>>one(row -> Optional.ofNullable(row.getString(1)))
        .orElse("null");
  }

  private Optional<Found> found(Connection connection, SchemaCopy copy) throws SQLException {
    String sql =
        """
        SELECT format_type(a.atttypid, a.atttypmod), a.attnotnull,
               pg_get_expr(d.adbin, d.adrelid)
        FROM pg_attribute AS a
        JOIN pg_class AS c ON c.oid = a.attrelid
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE n.nspname = ? AND c.relname = ? AND a.attname = ? AND a.attnum > 0
          AND NOT a.attisdropped
        """;
    return Query.of(connection, sql, copy.target().schema().value(), wanted.table(), wanted.name())
        .first(
            row ->
                new Found(
                    row.getString(1), row.getBoolean(2), Optional.ofNullable(row.getString(3))));
  }
}
