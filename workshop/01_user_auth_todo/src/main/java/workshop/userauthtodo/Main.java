package workshop.userauthtodo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Objects;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import shareddb.web.Api;
import shareddb.web.Plugins;
import shareddb.web.server.LoopbackServer;

/** Serves this module alone, as module 00 explains it. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HikariDataSource pool =
        pool(setting("DB_URL"), setting("DB_USER"), setting("DB_PASSWORD"), meters);
    Javalin server = server(new UserAuthTodo(), Plugins.loopbackServer(), pool, meters);
    server.unsafe.events.serverStopped(pool::close);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    server.start(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")));
  }

  static HikariDataSource pool(
      String url, String user, String password, PrometheusMeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("01_user_auth_todo");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(10);
    config.setConnectionTimeout(3_000);
    config.setValidationTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "15");
    // The detail of an error quotes the row: emails and hashes belong into no log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    return new HikariDataSource(config);
  }

  static Javalin server(
      UserAuthTodo module,
      LoopbackServer jetty,
      HikariDataSource pool,
      PrometheusMeterRegistry meters) {
    return Javalin.create(
        config -> {
          config.jsonMapper(Plugins.strictJson());
          config.registerPlugin(jetty);
          config.registerPlugin(Plugins.allowedHosts());
          config.registerPlugin(Plugins.problemDetails());
          config.registerPlugin(Plugins.requestCheck());
          config.registerPlugin(Plugins.healthChecks(module.name(), pool));
          config.registerPlugin(Plugins.requestMetrics(meters));
          config.registerPlugin(Plugins.openApi(module.title()));
          module.routes(
              new Api(config, ""),
              DSL.using(
                  new DefaultConfiguration()
                      .set(pool)
                      .set(SQLDialect.POSTGRES)
                      .set(Plugins.sqlLog())));
          // Behind the module: its periodic jobs end before the server waits for requests.
          config.registerPlugin(Plugins.gracefulStop());
        });
  }

  private static String setting(String name) {
    return Objects.requireNonNull(
        System.getenv(name),
        name + " is not set: type  make run  , or set what  ./db env 01_user_auth_todo  prints");
  }
}
