package shareddb.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The columns of a query, and how the driver reads each of them. */
final class Columns {

  private interface Reader {
    @Nullable Object read(ResultSet rows) throws SQLException;
  }

  /** By name: a query's own fields equal a table's constants, but to find that out would tell. */
  private final Map<String, Reader> readers = new HashMap<>();

  Columns(Field<?>[] fields) {
    for (int i = 0; i < fields.length; i++) {
      if (readers.put(fields[i].getName(), reader(fields[i], i + 1)) != null) {
        throw new IllegalArgumentException(
            "two columns are named " + fields[i].getName() + ": give one of them an alias");
      }
    }
  }

  @Nullable Object read(ResultSet rows, Field<?> field) throws SQLException {
    Reader reader = readers.get(field.getName());
    if (reader == null) {
      throw new IllegalArgumentException("the query does not select " + field);
    }
    return reader.read(rows);
  }

  /** The driver looks a type up in its tables for getObject; for these it need not. */
  private static Reader reader(Field<?> field, int index) {
    Class<?> type = field.getType();
    if (type == Instant.class) {
      return rows -> {
        Timestamp moment = rows.getTimestamp(index);
        return moment == null ? null : moment.toInstant();
      };
    }
    if (type == String.class) {
      return rows -> rows.getString(index);
    }
    if (type == Long.class) {
      return rows -> {
        long number = rows.getLong(index);
        return rows.wasNull() ? null : number;
      };
    }
    if (type == Boolean.class) {
      return rows -> {
        boolean answer = rows.getBoolean(index);
        return rows.wasNull() ? null : answer;
      };
    }
    return rows -> rows.getObject(index, type);
  }
}
