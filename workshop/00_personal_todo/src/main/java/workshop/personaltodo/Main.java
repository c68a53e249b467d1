package workshop.personaltodo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import shareddb.web.Api;
import shareddb.web.Plugins;

/** Serves this module alone: a HikariCP pool, jOOQ over it, and Javalin with its plugins. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HikariDataSource pool =
        pool(setting("DB_URL"), setting("DB_USER"), setting("DB_PASSWORD"), meters);
    Javalin server = server(pool, meters);
    server.unsafe.events.serverStopped(pool::close);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    server.start(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")));
  }

  /** The pool, not the number of threads, bounds the work in the database. */
  static HikariDataSource pool(
      String url, String user, String password, PrometheusMeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("00_personal_todo");
    config.setJdbcUrl(url);
    // The role of this API may use the rows of its own schema, and nothing else.
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(10);
    // A request waits so many milliseconds for a connection, then it is answered with 503.
    config.setConnectionTimeout(3_000);
    // The database may come up later than this API.
    config.setInitializationFailTimeout(-1);
    // In seconds. The detail of an error quotes the row: that belongs into no log.
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "15");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    return new HikariDataSource(config);
  }

  static Javalin server(HikariDataSource pool, PrometheusMeterRegistry meters) {
    DSLContext db = DSL.using(pool, SQLDialect.POSTGRES);
    db.configuration().set(Plugins.sqlLog());
    return Javalin.create(
        config -> {
          config.jsonMapper(Plugins.strictJson());
          config.registerPlugin(Plugins.loopbackServer());
          config.registerPlugin(Plugins.allowedHosts());
          config.registerPlugin(Plugins.problemDetails());
          config.registerPlugin(Plugins.requestCheck());
          config.registerPlugin(Plugins.healthChecks("00_personal_todo", pool));
          config.registerPlugin(Plugins.requestMetrics(meters));
          config.registerPlugin(Plugins.openApi("Personal todos"));
          config.registerPlugin(Plugins.gracefulStop());
          new TodoApi(db).routes(new Api(config, ""));
        });
  }

  private static String setting(String name) {
    return Objects.requireNonNull(System.getenv(name), name + " is not set: type  make run");
  }
}
