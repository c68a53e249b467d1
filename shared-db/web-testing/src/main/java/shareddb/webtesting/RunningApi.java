package shareddb.webtesting;

import io.javalin.Javalin;
import java.util.List;

/** An API on a free port, and the pools that it closes when it stops. */
public record RunningApi(Javalin server, List<? extends AutoCloseable> pools)
    implements AutoCloseable {

  /** Starts the server on a port that is free. */
  public static RunningApi start(Javalin server, List<? extends AutoCloseable> pools) {
    return new RunningApi(server.start(0), pools);
  }

  public int port() {
    return server.port();
  }

  public ApiClient client() {
    return ApiClient.at(port());
  }

  @Override
  public void close() {
    server.stop();
    for (AutoCloseable pool : pools) {
      try {
        pool.close();
      } catch (Exception e) {
        throw new IllegalStateException("a pool cannot be closed", e);
      }
    }
  }
}
