package shareddb.web.server;

import static shareddb.web.doc.Doc.doc;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.plugin.Plugin;
import io.javalin.router.Endpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import shareddb.web.doc.Doc;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;

/**
 * A Javalin plugin with the routes that a load balancer asks: {@code /health} says that the process
 * lives, {@code /ready} that its databases answer.
 */
public final class HealthChecks extends Plugin<Void> {

  /** The answer. */
  record Health(String status) {}

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int SECONDS = 2;

  private final String prefix;
  private final SortedMap<String, DataSource> databases;

  /**
   * @param databases each by the name with which an answer says that it is away
   */
  public HealthChecks(String prefix, Map<String, ? extends DataSource> databases) {
    this.prefix = prefix;
    this.databases = new TreeMap<>(databases);
  }

  /** One for each API of a server, and one for the server. */
  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public void onInitialize(JavalinState state) {
    add(state, "/health", doc("Whether the process is alive").tag("probes"), this::health);
    add(state, "/ready", doc("Whether the databases answer").tag("probes"), this::ready);
  }

  private void add(JavalinState state, String path, Doc doc, Handler handler) {
    for (HandlerType method : new HandlerType[] {HandlerType.GET, HandlerType.HEAD}) {
      state.routes.addEndpoint(
          Endpoint.create(method, prefix + path)
              .addMetadata(doc.answers(Health.class))
              .handler(handler));
    }
  }

  private void health(Context ctx) {
    ctx.json(new Health("alive"));
  }

  private void ready(Context ctx) {
    String away =
        String.join(
            ", ",
            databases.entrySet().stream()
                .filter(database -> !answers(database.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    if (!away.isEmpty()) {
      throw new RetryLater(
          ProblemType.UNAVAILABLE,
          "The database of " + away + " cannot be reached just now; try again in a moment",
          PAUSE);
    }
    ctx.json(new Health("ready"));
  }

  private static boolean answers(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
