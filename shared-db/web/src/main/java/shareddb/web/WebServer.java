package shareddb.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves modules over HTTP on one port of the loopback address, until it is closed. */
public final class WebServer implements AutoCloseable {

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /** Throws {@link PortInUse}. Port 0 takes any that is free. */
  public static WebServer start(int port, List<Mount> mounts, Metrics metrics) {
    Javalin javalin = Javalin.create(config -> configure(config, mounts, metrics));
    try {
      return new WebServer(javalin.start(Jetty.HOST, port));
    } catch (JavalinBindException e) {
      throw new PortInUse(port, e);
    }
  }

  public int port() {
    return javalin.port();
  }

  /** Requests in flight finish; new ones are told 503 until then. */
  @Override
  public void close() {
    Jetty.finishRequests(javalin.jettyServer().server());
    javalin.stop();
  }

  private static void configure(JavalinConfig config, List<Mount> mounts, Metrics metrics) {
    Jetty.configure(config);
    Problems.install(config);
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.routes.before(context -> context.header("X-Content-Type-Options", "nosniff"));
    config.requestLogger.http((context, millis) -> measure(metrics, context, millis));
    mounts.forEach(mount -> add(config, mount));
    boolean alone = mounts.stream().anyMatch(mount -> mount.prefix().isEmpty());
    if (!alone) {
      addRoot(config, mounts);
    }
    Assets.add(config);
    get(
        config,
        "/metrics",
        context -> context.contentType(Metrics.MEDIA_TYPE).result(metrics.scrape()));
  }

  private static void add(JavalinConfig config, Mount mount) {
    List<Operation<?>> operations = mount.operations();
    operations.forEach(operation -> add(config, mount.prefix(), operation));
    byte[] document =
        OpenApi.bytes(OpenApi.document(mount.module().title(), mount.prefix(), operations));
    get(
        config,
        mount.prefix() + "/openapi.json",
        context -> context.contentType(Exchange.JSON).result(document));
    page(config, mount.prefix() + "/docs", () -> Pages.docs(mount));
    page(config, mount.prefix() + "/", () -> Pages.module(mount, operations));
  }

  private static void addRoot(JavalinConfig config, List<Mount> mounts) {
    Routes routes = new Routes();
    Map<String, Database> databases = new TreeMap<>();
    mounts.forEach(mount -> databases.putAll(mount.probed()));
    Probes.declare(routes, databases);
    routes.operations().forEach(operation -> add(config, "", operation));
    page(config, "/", () -> Pages.all(mounts));
  }

  private static void add(JavalinConfig config, String prefix, Operation<?> operation) {
    Exchange<?> exchange = new Exchange<>(prefix, operation);
    String path = prefix + operation.path();
    if (operation.method().equals("GET")) {
      get(config, path, exchange);
    } else {
      config.routes.addHttpHandler(HandlerType.findOrCreate(operation.method()), path, exchange);
    }
  }

  /** HEAD is GET without the body: the container leaves it out. */
  static void get(JavalinConfig config, String path, io.javalin.http.Handler handler) {
    config.routes.get(path, handler).head(path, handler);
  }

  /** A page of ours runs no script of others and stands in no frame. */
  private static void page(JavalinConfig config, String path, Supplier<String> html) {
    get(
        config,
        path,
        context ->
            context
                .header("Content-Security-Policy", Pages.POLICY)
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .html(html.get()));
  }

  private static void measure(Metrics metrics, Context context, Float millis) {
    Endpoint endpoint = matched(context);
    // An unknown path would make a series of its own for every guess.
    String route = endpoint == null ? "unknown" : endpoint.path;
    metrics.request(
        context.method().name(),
        route,
        context.statusCode(),
        (long) (millis * Duration.ofMillis(1).toNanos()));
  }

  private static @Nullable Endpoint matched(Context context) {
    return context.endpoints().lastHttpEndpoint();
  }
}
