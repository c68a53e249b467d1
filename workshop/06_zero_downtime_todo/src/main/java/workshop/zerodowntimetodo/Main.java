package workshop.zerodowntimetodo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import shareddb.web.Api;
import shareddb.web.Plugins;

/**
 * Serves one version of this module's API. {@code API_VERSION=4} plays the build that was in use
 * before the change; without it, this is the new build.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    ApiVersion version = ApiVersion.of(System.getenv().getOrDefault("API_VERSION", "6"));
    HikariDataSource pool =
        pool(version, setting("DB_URL"), setting("DB_USER"), setting("DB_PASSWORD"), meters);
    Javalin server = server(version, pool, meters);
    // Requests in flight finish, then their connections are closed.
    server.unsafe.events.serverStopped(pool::close);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    server.start(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")));
  }

  /** The pool, not the number of threads, bounds the work in the database. */
  static HikariDataSource pool(
      ApiVersion version,
      String url,
      String user,
      String password,
      PrometheusMeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(ApiVersion.MODULE);
    config.setJdbcUrl(url);
    // The role of this API may use the rows of its own schema, and nothing else.
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(10);
    // Which version this is: names without a schema are looked up here, and ./db rollout reads the
    // application's name to know whether the old version is still in use.
    config.setConnectionInitSql("SET search_path = " + version.searchPath());
    config.addDataSourceProperty("ApplicationName", version.schema());
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

  static Javalin server(ApiVersion version, HikariDataSource pool, PrometheusMeterRegistry meters) {
    // The classes that jOOQ made name the schema; without it, the search_path decides.
    Settings settings = new Settings().withRenderSchema(false);
    DSLContext db =
        DSL.using(
            new DefaultConfiguration()
                .set(pool)
                .set(SQLDialect.POSTGRES)
                .set(settings)
                .set(Plugins.sqlLog()));
    return Javalin.create(
        config -> {
          config.jsonMapper(Plugins.strictJson());
          config.registerPlugin(Plugins.loopbackServer());
          config.registerPlugin(Plugins.allowedHosts());
          config.registerPlugin(Plugins.problemDetails());
          config.registerPlugin(Plugins.requestCheck());
          config.registerPlugin(Plugins.healthChecks(ApiVersion.MODULE, pool));
          config.registerPlugin(Plugins.requestMetrics(meters));
          config.registerPlugin(Plugins.openApi("Zero downtime todo"));
          config.registerPlugin(Plugins.gracefulStop());
          Api api = new Api(config, "");
          switch (version) {
            case FOUR -> new OldTodoApi(db).routes(api);
            case SIX -> new TodoApi(db).routes(api);
          }
        });
  }

  private static String setting(String name) {
    return Objects.requireNonNull(
        System.getenv(name),
        name
            + " is not set: type  make run  , or set what  ./db env 06_zero_downtime_todo  prints");
  }
}
