package shareddb.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderTable;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** A module's database, through the pool of its API role. */
public final class Database {

  /**
   * The driver reads instants itself; and jOOQ's log of each statement costs even where it is off.
   */
  private static final Settings SETTINGS =
      new Settings()
          .withBindOffsetDateTimeType(true)
          .withExecuteLogging(false)
          .withFetchWarnings(false)
          .withAttachRecords(false)
          // A column's table is written only where there are several: shorter, and quicker to
          // render.
          .withRenderTable(RenderTable.WHEN_MULTIPLE_TABLES);

  private final DSLContext sql;

  public Database(DataSource pool) {
    this.sql = DSL.using(pool, SQLDialect.POSTGRES, SETTINGS);
  }

  /** For one statement, which is a transaction by itself. */
  public DSLContext sql() {
    return sql;
  }

  /** For one statement that is run often, so that jOOQ's work for each run would tell. */
  public <T> Prepared<T> prepared(ResultQuery<?> query, Function<Row, T> mapping) {
    return new Prepared<>(sql, query, mapping);
  }

  /** For a statement whose form depends on the request. */
  public <T> List<T> fetch(ResultQuery<?> query, Function<Row, T> mapping) {
    return prepared(query, mapping).fetch(sql.extractBindValues(query).toArray());
  }

  /**
   * The same with settings that hold until it ends, as with {@code SET LOCAL}: whoever gets the
   * connection next finds none of them, behind a transaction pooler too.
   */
  public <T> T inTransaction(Map<String, String> settings, Function<DSLContext, T> work) {
    return inTransaction(
        transaction -> {
          settings.forEach(
              (name, value) ->
                  transaction.fetch("SELECT pg_catalog.set_config(?, ?, true)", name, value));
          return work.apply(transaction);
        });
  }

  /** For several statements that succeed or fail together. Ends when the work returns or throws. */
  public <T> T inTransaction(Function<DSLContext, T> work) {
    return sql.transactionResult(transaction -> work.apply(transaction.dsl()));
  }
}
