package shareddb.web;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is measured: every request by its route, the JVM, and the pools that register themselves.
 */
public final class Metrics {

  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
    Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
    Duration.ofSeconds(1), Duration.ofSeconds(5)
  };

  /** A client may invent others; each would make a series of its own. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private record Key(String method, String route, int status) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** The registry finds a timer by building its name and tags each time; this is far quicker. */
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  public PrometheusMeterRegistry registry() {
    return registry;
  }

  void request(String method, String route, int status, long nanos) {
    String known = METHODS.contains(method) ? method : "other";
    timers
        .computeIfAbsent(new Key(known, route, status), this::timer)
        .record(Duration.ofNanos(nanos));
  }

  /** What a module measures of itself. */
  public void add(Gauge gauge) {
    io.micrometer.core.instrument.Gauge.builder(gauge.name(), gauge.value())
        .description(gauge.description())
        .register(registry);
  }

  String scrape() {
    return registry.scrape();
  }

  private Timer timer(Key key) {
    return Timer.builder("http.server.requests")
        .description("How long requests took, by route")
        .tags("method", key.method(), "route", key.route(), "status", String.valueOf(key.status()))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
