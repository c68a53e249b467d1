package shareddb.web;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A query that is written once and run often. jOOQ takes longer to render a short query than
 * Postgres to answer it: here the text is kept, and only the values of its parameters are new.
 */
public final class Prepared {

  private final DSLContext sql;
  private final String text;
  private final Field<?>[] columns;
  private final List<DataType<?>> types = new ArrayList<>();

  Prepared(DSLContext sql, ResultQuery<?> query) {
    this.sql = sql;
    this.text = sql.render(query);
    this.columns = query.fields();
    for (Param<?> param : sql.extractParams(query).values()) {
      types.add(param.getDataType());
    }
  }

  /** The query with a value for each parameter, in the order in which they stand in its text. */
  public ResultQuery<Record> with(@Nullable Object... values) {
    if (values.length != types.size()) {
      throw new IllegalArgumentException(
          values.length + " values for " + types.size() + " parameters of: " + text);
    }
    Object[] typed = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      typed[i] = DSL.val(values[i], types.get(i));
    }
    return sql.resultQuery(text, typed).coerce(columns);
  }
}
