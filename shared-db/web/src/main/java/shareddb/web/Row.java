package shareddb.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** The row that a {@link Prepared} query is at. */
public final class Row {

  private final Columns columns;
  private final ResultSet rows;

  Row(Columns columns, ResultSet rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The value of a column that is never null. */
  public <T> T get(Field<T> column) {
    return Objects.requireNonNull(getOrNull(column), column::getName);
  }

  @SuppressWarnings("unchecked") // it was read as what the column's type says
  public <T> @Nullable T getOrNull(Field<T> column) {
    try {
      return (T) columns.read(rows, column);
    } catch (SQLException e) {
      throw new DataAccessException("cannot read " + column, e);
    }
  }
}
