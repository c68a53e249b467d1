package shareddb.web;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the HTTP server underneath is set up. */
final class Jetty {

  private static final Logger log = LoggerFactory.getLogger(Jetty.class);

  static final String HOST = "127.0.0.1";

  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

  /** How long requests in flight may take when the server stops. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** For accepting and selecting; requests run on virtual threads. */
  private static final int PLATFORM_THREADS = 16;

  private Jetty() {}

  static void configure(JavalinConfig config) {
    config.jetty.threadPool = threads();
    config.jetty.modifyServer(Jetty::configure);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          // Else a token that differs only in upper and lower case from one that came earlier on
          // the same connection would be read as that one.
          http.setHeaderCacheCaseSensitive(true);
          if (Proxy.isTrusted()) {
            http.addCustomizer(new ForwardedRequestCustomizer());
          }
          http.setUriCompliance(UriCompliance.DEFAULT);
          http.addCustomizer((request, answer) -> asTheRequestLineSays(request));
        });
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors()));
  }

  /** Javalin lets a header name another method; what a proxy let through as GET stays one. */
  private static Request asTheRequestLineSays(Request request) {
    if (!request.getHeaders().contains(METHOD_OVERRIDE)) {
      return request;
    }
    HttpFields headers = HttpFields.build(request.getHeaders()).remove(METHOD_OVERRIDE);
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }

  private static void configure(Server server) {
    server.setErrorHandler(new JettyErrors());
    server.insertHandler(new GracefulHandler());
    // Stopping waits for nothing: finishRequests has. Jetty's own order closes the door first, and
    // who comes through it in that moment gets no answer at all.
    server.setStopTimeout(0);
  }

  /** While those in flight finish, the port stays open and new requests are told 503. */
  static void finishRequests(Server server) {
    try {
      server
          .getDescendant(GracefulHandler.class)
          .shutdown()
          .get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.warn("Stopping although requests are in flight after {}", GRACE, e);
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory()));
    return threads;
  }
}
