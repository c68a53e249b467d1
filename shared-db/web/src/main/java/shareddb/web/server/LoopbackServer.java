package shareddb.web.server;

import io.javalin.config.JavalinState;
import io.javalin.plugin.Plugin;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.web.problem.JettyErrors;

/**
 * A Javalin plugin that sets Jetty up: it listens on the loopback address only, runs each request
 * on a virtual thread, and limits how many connections are open.
 *
 * <p>With {@code TRUST_PROXY=true} a proxy in front may tell the client's address and that it came
 * over TLS. Without a proxy any client could claim that, so it is off by default. The proxy must
 * replace these headers, not add to them.
 */
public final class LoopbackServer extends Plugin<Void> {

  private static final Logger log = LoggerFactory.getLogger(LoopbackServer.class);

  static final String HOST = "127.0.0.1";

  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

  /** For accepting and selecting; requests run on virtual threads. */
  private static final int PLATFORM_THREADS = 16;

  private static final int MAX_CONNECTIONS = 2000;

  private final boolean trustsProxy;

  public LoopbackServer(boolean trustsProxy) {
    this.trustsProxy = trustsProxy;
  }

  @Override
  public void onInitialize(JavalinState state) {
    state.startup.showJavalinBanner = false;
    state.startup.startupWatcherEnabled = false;
    state.http.prefer405over404 = true;
    state.jetty.host = HOST;
    state.jetty.threadPool = threads();
    state.jetty.modifyServer(LoopbackServer::configure);
    state.jetty.modifyHttpConfiguration(this::configure);
    state.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors()));
    state.routes.before(ctx -> ctx.header("X-Content-Type-Options", "nosniff"));
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory()));
    return threads;
  }

  private static void configure(Server server) {
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarted(LifeCycle started) {
            log.info("Ready: http://localhost:{}/", server.getURI().getPort());
          }
        });
    server.setErrorHandler(new JettyErrors());
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
  }

  private void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // Else Jetty would read a token that differs from an earlier one of the same connection in
    // upper
    // and lower case only as that earlier one.
    http.setHeaderCacheCaseSensitive(true);
    http.setUriCompliance(UriCompliance.DEFAULT);
    if (trustsProxy) {
      http.addCustomizer(new ForwardedRequestCustomizer());
    }
    http.addCustomizer((request, answer) -> withoutMethodOverride(request));
  }

  /** Javalin lets a header name another method; a GET that a proxy let through stays a GET. */
  private static Request withoutMethodOverride(Request request) {
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
}
