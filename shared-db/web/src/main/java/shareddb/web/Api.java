package shareddb.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.NotAcceptableResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.util.Set;
import java.util.function.Consumer;
import shareddb.web.doc.Doc;

/**
 * The routes of one module: Javalin's endpoints, each with its documentation as metadata, behind
 * the module's prefix.
 *
 * @param prefix empty for a module that is served alone, else such as {@code /00_personal_todo}
 */
public record Api(JavalinConfig config, String prefix) {

  private static final String EVENTS = "text/event-stream";

  public void get(String path, Handler handler, Doc doc, RouteRole... roles) {
    add(HandlerType.GET, path, handler, doc, roles);
    // The container leaves the body out.
    add(HandlerType.HEAD, path, handler, doc, roles);
  }

  public void post(String path, Handler handler, Doc doc, RouteRole... roles) {
    add(HandlerType.POST, path, handler, doc, roles);
  }

  public void patch(String path, Handler handler, Doc doc, RouteRole... roles) {
    add(HandlerType.PATCH, path, handler, doc, roles);
  }

  public void delete(String path, Handler handler, Doc doc, RouteRole... roles) {
    add(HandlerType.DELETE, path, handler, doc, roles);
  }

  /** Server-sent events. Javalin answers nothing to a client that does not accept them by name. */
  public void sse(String path, Consumer<SseClient> client, Doc doc, RouteRole... roles) {
    Handler events = new SseHandler(client);
    Handler handler =
        ctx -> {
          String accept = ctx.header(Header.ACCEPT);
          if (accept == null || !accept.contains(EVENTS)) {
            throw new NotAcceptableResponse("Send the header  Accept: " + EVENTS);
          }
          events.handle(ctx);
        };
    add(HandlerType.GET, path, handler, doc, roles);
  }

  /** Runs before the handler of every route of this module. */
  public void beforeMatched(Handler handler) {
    config.routes.beforeMatched(prefix + "/*", handler);
  }

  /** Runs after the handler of every route of this module. */
  public void afterMatched(Handler handler) {
    config.routes.afterMatched(prefix + "/*", handler);
  }

  private void add(HandlerType method, String path, Handler handler, Doc doc, RouteRole... roles) {
    config.routes.addEndpoint(
        Endpoint.create(method, prefix + path)
            .addMetadata(doc)
            .addMetadata(new Roles(Set.of(roles)))
            .handler(handler));
  }
}
