package shareddb.base.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One statement on one connection, with the values of its question marks.
 *
 * <p>A value may have any type that the driver accepts. In addition, an {@code Optional} means its
 * value or NULL, and a collection of texts means a {@code text[]}.
 */
public final class Query {

  private final Connection connection;
  private final String sql;
  private final @Nullable Object[] values;

  private Query(Connection connection, String sql, @Nullable Object[] values) {
    this.connection = connection;
    this.sql = sql;
    this.values = values;
  }

  public static Query of(Connection connection, String sql, @Nullable Object... values) {
    return new Query(connection, sql, values);
  }

  /** Runs SQL without question marks: one statement or several. */
  public static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** All rows, in the order of the query. */
  public <T> List<T> list(RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(row -> rows.add(reader.read(row)));
    return List.copyOf(rows);
  }

  /** Passes each row to the consumer and keeps none in memory. */
  public void each(RowConsumer consumer) throws SQLException {
    try (PreparedStatement statement = prepared();
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        consumer.accept(rows);
      }
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = prepared();
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }
  }

  /** The first row of a query that always returns one. */
  public <T> T one(RowReader<T> reader) throws SQLException {
    return first(reader).orElseThrow(() -> new SQLException("no row came back from: " + sql));
  }

  /** Whether the first row's only column is true. False if there is no row. */
  public boolean isTrue() throws SQLException {
    return first(row -> row.getBoolean(1)).orElse(false);
  }

  /** Runs a statement that returns no rows, and returns how many rows it changed. */
  public int update() throws SQLException {
    try (PreparedStatement statement = prepared()) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepared() throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, parameter(values[i]));
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private @Nullable Object parameter(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> parameter(optional.orElse(null));
      case OptionalInt number -> number.isPresent() ? number.getAsInt() : null;
      case OptionalLong number -> number.isPresent() ? number.getAsLong() : null;
      case Collection<?> texts -> array(texts);
      default -> value;
    };
  }

  private Array array(Collection<?> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }
}
