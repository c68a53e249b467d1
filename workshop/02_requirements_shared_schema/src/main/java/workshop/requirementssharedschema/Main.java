package workshop.requirementssharedschema;

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
import org.jooq.impl.DefaultConfiguration;
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
    // Requests in flight finish, then their connections are closed.
    server.unsafe.events.serverStopped(pool::close);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    server.start(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")));
  }

  /** The pool, not the number of threads, bounds the work in the database. */
  static HikariDataSource pool(
      String url, String user, String password, PrometheusMeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("02_requirements_shared_schema");
    config.setJdbcUrl(url);
    // The role of this API may use the rows of its own schema, and nothing else.
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(10);
    // A request waits so many milliseconds for a connection, then it is answered with 503.
    config.setConnectionTimeout(3_000);
    config.setValidationTimeout(1_000);
    // The database may come up later than this API.
    config.setInitializationFailTimeout(-1);
    // Seconds: to connect, and for a server that says nothing.
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "15");
    // The detail of an error quotes the row: that belongs into no log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    return new HikariDataSource(config);
  }

  static Javalin server(HikariDataSource pool, PrometheusMeterRegistry meters) {
    DSLContext db =
        DSL.using(
            new DefaultConfiguration().set(pool).set(SQLDialect.POSTGRES).set(Plugins.sqlLog()));
    return Javalin.create(
        config -> {
          config.jsonMapper(Plugins.strictJson());
          config.registerPlugin(Plugins.loopbackServer());
          config.registerPlugin(Plugins.allowedHosts());
          config.registerPlugin(Plugins.problemDetails());
          config.registerPlugin(Plugins.requestCheck());
          config.registerPlugin(Plugins.healthChecks("02_requirements_shared_schema", pool));
          config.registerPlugin(Plugins.requestMetrics(meters));
          config.registerPlugin(Plugins.openApi("Requirements, all projects in one schema"));
          config.registerPlugin(Plugins.gracefulStop());
          RequirementsSharedSchema.routes(new Api(config, ""), db);
        });
  }

  private static String setting(String name) {
    return Objects.requireNonNull(
        System.getenv(name), name + " is not set: start this API by  make run");
  }
}
