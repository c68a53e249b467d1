package shareddb.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderTable;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

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
    this(DSL.using(pool, SQLDialect.POSTGRES, SETTINGS));
  }

  private Database(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * The same one, whose statements name tables without their schema: which is meant, a transaction
   * says by its search_path. One generated class then does for the schemas of all tenants.
   */
  public Database withoutSchemas() {
    Settings settings = SettingsTools.clone(sql.settings()).withRenderSchema(false);
    return new Database(DSL.using(sql.configuration().derive(settings)));
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
   * connection next finds none of them, behind a transaction pooler too. A role is one of them.
   */
  public <T> T inTransaction(Map<String, String> settings, Function<DSLContext, T> work) {
    return inTransaction(
        transaction -> {
          transaction.fetch(DSL.select(settings.entrySet().stream().map(Database::local).toList()));
          return work.apply(transaction);
        });
  }

  /** All in one statement, and with it in one round trip. */
  private static Field<String> local(Map.Entry<String, String> setting) {
    return DSL.function(
        DSL.name("pg_catalog", "set_config"),
        SQLDataType.VARCHAR,
        DSL.val(setting.getKey()),
        DSL.val(setting.getValue()),
        DSL.inline(true));
  }

  /** For several statements that succeed or fail together. Ends when the work returns or throws. */
  public <T> T inTransaction(Function<DSLContext, T> work) {
    return sql.transactionResult(transaction -> work.apply(transaction.dsl()));
  }
}
