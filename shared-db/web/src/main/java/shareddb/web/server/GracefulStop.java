package shareddb.web.server;

import io.javalin.config.JavalinState;
import io.javalin.plugin.Plugin;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Javalin plugin that lets requests in flight finish when {@code javalin.stop()} is called. The
 * port stays open until then, and new requests are answered with 503.
 */
public final class GracefulStop extends Plugin<Void> {

  private static final Logger log = LoggerFactory.getLogger(GracefulStop.class);

  /** How long requests in flight may take. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  @Override
  public void onInitialize(JavalinState state) {
    state.jetty.modifyServer(GracefulStop::configure);
  }

  private static void configure(Server server) {
    GracefulHandler requests = new GracefulHandler();
    server.insertHandler(requests);
    // Stopping waits for nothing: finishRequests has waited. Jetty itself would close the port
    // first, and a client that connects in that moment would get no answer at all.
    server.setStopTimeout(0);
    // Not one of Javalin's events: Javalin keeps these in no order, and what a module ends in its
    // own, such as a stream, must be ended before this waits.
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStopping(LifeCycle stopping) {
            finishRequests(requests);
          }
        });
  }

  private static void finishRequests(GracefulHandler requests) {
    try {
      requests.shutdown().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.warn("Stopping although requests are in flight after {}", GRACE, e);
    }
  }
}
