package shareddb.web;

import io.javalin.json.JsonMapper;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.ExecuteListener;
import shareddb.web.check.RequestCheck;
import shareddb.web.check.StrictJson;
import shareddb.web.openapi.OpenApi;
import shareddb.web.problem.ProblemDetails;
import shareddb.web.server.AllowedHosts;
import shareddb.web.server.GracefulStop;
import shareddb.web.server.HealthChecks;
import shareddb.web.server.LoopbackServer;
import shareddb.web.server.RequestMetrics;
import shareddb.web.sql.SqlLog;

/** Javalin's plugins of the workshop, one method each. None needs another one. */
public final class Plugins {

  private Plugins() {}

  /** JSON by Jackson 3; a body is checked against its record. */
  public static JsonMapper strictJson() {
    return new StrictJson();
  }

  /** Every error is a problem document (RFC 9457). */
  public static ProblemDetails problemDetails() {
    return new ProblemDetails();
  }

  /** Each request is checked against the documentation of its route. */
  public static RequestCheck requestCheck() {
    return new RequestCheck();
  }

  /** {@code /openapi.json}, and Swagger UI at {@code /docs}. */
  public static OpenApi openApi(String title) {
    return new OpenApi("", title);
  }

  /** {@code /health} and {@code /ready}. */
  public static HealthChecks healthChecks(String name, DataSource database) {
    return new HealthChecks("", Map.of(name, database));
  }

  /** {@code /metrics}, with the time of every request. */
  public static RequestMetrics requestMetrics(PrometheusMeterRegistry meters) {
    return new RequestMetrics(meters);
  }

  /** Refuses a {@code Host} that is neither localhost nor named in {@code ALLOWED_HOSTS}. */
  public static AllowedHosts allowedHosts() {
    return new AllowedHosts(named(System.getenv().getOrDefault("ALLOWED_HOSTS", "")));
  }

  /** Jetty on the loopback address, with a virtual thread for each request. */
  public static LoopbackServer loopbackServer() {
    return new LoopbackServer(Boolean.parseBoolean(System.getenv("TRUST_PROXY")));
  }

  /** Requests in flight finish when the server stops. */
  public static GracefulStop gracefulStop() {
    return new GracefulStop();
  }

  /** For jOOQ: with {@code SQL_LOG=1}, each statement with its values and its time. */
  public static ExecuteListener sqlLog() {
    return new SqlLog();
  }

  private static List<String> named(String setting) {
    return Stream.of(setting.split("[\\s,]+")).filter(name -> !name.isEmpty()).toList();
  }
}
