package workshop.usersandanalytics;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import shareddb.web.ApiServer;
import shareddb.web.MountedModule;

/** Serves this module alone, over a pool for each of its databases. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    HikariDataSource users = pool("USERS_DB");
    HikariDataSource analytics = pool("ANALYTICS_DB");
    MountedModule module =
        MountedModule.alone(
            new UsersAndAnalytics(), new TreeMap<>(Map.of("users", users, "analytics", analytics)));
    Javalin server =
        ApiServer.of(List.of(module), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    server.unsafe.events.serverStopped(
        () -> {
          users.close();
          analytics.close();
        });
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    server.start(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")));
  }

  /** One that is away keeps the other from nothing: each has a pool of its own. */
  private static HikariDataSource pool(String name) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(setting(name + "_URL"));
    config.setUsername(setting(name + "_USER"));
    config.setPassword(setting(name + "_PASSWORD"));
    config.setConnectionTimeout(3_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "15");
    return new HikariDataSource(config);
  }

  private static String setting(String name) {
    return Objects.requireNonNull(
        System.getenv(name),
        name
            + " is not set: type  make run  , or set what  ./db env 05_users_and_analytics "
            + " prints");
  }
}
