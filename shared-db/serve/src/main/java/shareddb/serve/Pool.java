package shareddb.serve;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import com.zaxxer.hikari.util.Credentials;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import shareddb.base.settings.Login;
import shareddb.migrate.role.ApiRole;

/** The connections of one module's API. The pool, not the number of threads, bounds the work. */
public final class Pool {

  private static final int SIZE = 10;

  /** How many connections a small pool has at most. */
  static final int SMALL = 2;

  /** How long a request waits for a connection before it is answered with 503. */
  private static final Duration WAIT = Duration.ofSeconds(3);

  /** How long a small pool waits for a connection to answer whether it is still open. */
  private static final Duration VALIDATION = Duration.ofMillis(500);

  /** How long a small pool keeps a connection that no request uses. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** A server that says nothing for longer is given up: the role ends statements before. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private Pool() {}

  public static HikariDataSource open(String name, Login login, MeterRegistry meters) {
    HikariConfig config = config(name, tuned(login));
    config.setMaximumPoolSize(SIZE);
    config.setConnectionTimeout(WAIT.toMillis());
    config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
    config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
    config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    return new HikariDataSource(config);
  }

  /** For one of many databases: without requests it has no connection, and never a thread. */
  static HikariDataSource small(String name, Login login, ScheduledExecutorService housekeeper) {
    HikariConfig config = config(name, tuned(login.impatient()));
    config.setMaximumPoolSize(SMALL);
    config.setMinimumIdle(0);
    config.setIdleTimeout(IDLE.toMillis());
    config.setConnectionTimeout(WAIT.toMillis());
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setScheduledExecutor(housekeeper);
    config.setThreadFactory(Thread.ofVirtual().name(name).factory());
    return new HikariDataSource(config);
  }

  private static HikariConfig config(String name, Login login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(login.jdbcUrl());
    // Asked again for each connection, so that it goes on when the workshop's secret is changed.
    config.setCredentialsProvider(
        () -> Credentials.of(login.user(), ApiRole.refreshed(login).password().reveal()));
    config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
    config.setLeakDetectionThreshold(Duration.ofMinutes(1).toMillis());
    // The database may come up later than the API: until then, requests are answered with 503.
    config.setInitializationFailTimeout(-1);
    return config;
  }

  /** Parameters of the login itself take precedence. */
  private static Login tuned(Login login) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("ApplicationName", login.user());
    parameters.put("connectTimeout", "2");
    parameters.put("socketTimeout", String.valueOf(SILENCE.toSeconds()));
    parameters.put("tcpKeepAlive", "true");
    // The detail of an error quotes the row: that belongs into no log.
    parameters.put("logServerErrorDetail", "false");
    parameters.putAll(login.parameters());
    return login.with(parameters);
  }
}
