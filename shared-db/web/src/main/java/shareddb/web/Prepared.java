package shareddb.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/**
 * A query that is written with jOOQ once and run often. jOOQ takes longer to render and run a short
 * query than Postgres to answer it: here its text is kept, the values of its parameters are new
 * each time, and rows are read straight from the driver.
 */
public final class Prepared<T> {

  private final DSLContext sql;
  private final String text;
  private final Columns columns;
  private final Function<Row, T> mapping;

  Prepared(DSLContext sql, ResultQuery<?> query, Function<Row, T> mapping) {
    this.sql = sql;
    this.text = sql.render(query);
    this.columns = new Columns(query.fields());
    this.mapping = mapping;
  }

  /** All rows, for one value of each parameter, in the order in which they stand in the text. */
  public List<T> fetch(@Nullable Object... values) {
    return sql.connectionResult(connection -> run(connection, values));
  }

  /** The row, where there is one. */
  public Optional<T> fetchOptional(@Nullable Object... values) {
    List<T> rows = fetch(values);
    if (rows.size() > 1) {
      throw new IllegalStateException(rows.size() + " rows in place of one at most: " + text);
    }
    return rows.stream().findFirst();
  }

  /** The one row that there must be. */
  public T fetchSingle(@Nullable Object... values) {
    return fetchOptional(values)
        .orElseThrow(() -> new IllegalStateException("no row in place of one: " + text));
  }

  /** The driver knows moments with an offset only. */
  private static @Nullable Object bindable(@Nullable Object value) {
    return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
  }

  private List<T> run(Connection connection, @Nullable Object[] values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, bindable(values[i]));
      }
      try (ResultSet rows = statement.executeQuery()) {
        Row row = new Row(columns, rows);
        List<T> mapped = new ArrayList<>();
        while (rows.next()) {
          mapped.add(mapping.apply(row));
        }
        return mapped;
      }
    }
  }
}
