package shareddb.web.server;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.plugin.Plugin;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Javalin plugin that measures every request by its route, and serves all that is measured at
 * {@code /metrics}, as Prometheus reads it.
 */
public final class RequestMetrics extends Plugin<Void> {

  private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
    Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
    Duration.ofSeconds(1), Duration.ofSeconds(5)
  };

  /** A client may invent others; each would make a series of its own. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private record Key(String method, String route, int status) {}

  private final PrometheusMeterRegistry meters;

  /** The registry finds a timer by its name and tags, which takes longer than this map. */
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  public RequestMetrics(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void onInitialize(JavalinState state) {
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ClassLoaderMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    state.httpRequestLoggers.add(this::record);
    Handler scrape = ctx -> ctx.contentType(MEDIA_TYPE).result(meters.scrape());
    state.routes.get("/metrics", scrape).head("/metrics", scrape);
  }

  private void record(Context ctx, Float millis) {
    Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
    String method = ctx.method().name();
    Key key =
        new Key(
            METHODS.contains(method) ? method : "other",
            // A path that no route has would make a series of its own for every guess.
            endpoint == null ? "unknown" : endpoint.path,
            ctx.statusCode());
    timers
        .computeIfAbsent(key, this::timer)
        .record(Duration.ofNanos((long) (millis * Duration.ofMillis(1).toNanos())));
  }

  private Timer timer(Key key) {
    return Timer.builder("http.server.requests")
        .description("How long requests took, by route")
        .tags("method", key.method(), "route", key.route(), "status", String.valueOf(key.status()))
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }
}
