package shareddb.web.openapi;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.plugin.Plugin;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Javalin plugin that serves {@code /openapi.json}, made at start from the documentation of the
 * routes, Swagger UI at {@code /docs}, and a page that lists the routes.
 */
public final class OpenApi extends Plugin<Void> {

  private final String prefix;
  private final String title;
  private byte[] document = {};
  private String page = "";

  /**
   * @param prefix the path before the routes of this API: empty, or such as {@code
   *     /00_personal_todo}
   */
  public OpenApi(String prefix, String title) {
    this.prefix = prefix;
    this.title = title;
  }

  /** One for each API of a server. */
  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public void onInitialize(JavalinState state) {
    Handler openApi = this::document;
    String path = prefix + "/openapi.json";
    state.routes.get(path, openApi).head(path, openApi);
    Html.add(state, prefix + "/docs", () -> Html.docs(title, path));
    Html.add(state, prefix + "/", () -> page);
    Assets.addOnce(state);
  }

  /** By now every route is there. */
  @Override
  public void onStart(JavalinState state) {
    List<DocumentedRoute> routes = DocumentedRoute.behind(prefix, state.internalRouter);
    document = OpenApiWriter.write(title, prefix, routes);
    page = page(routes);
  }

  private void document(Context ctx) {
    ctx.contentType("application/json").result(document);
  }

  private String page(List<DocumentedRoute> routes) {
    String body =
        "<p>"
            + Html.link(prefix + "/docs", "Try it in the browser")
            + Html.link(prefix + "/openapi.json", "OpenAPI document")
            + Html.link("/metrics", "Metrics")
            + (prefix.isEmpty() ? "" : Html.link("/", "All modules"))
            + "</p><table>"
            + routes.stream().map(this::row).collect(Collectors.joining())
            + "</table>";
    return Html.page(title, prefix.isEmpty() ? "Its routes" : prefix.substring(1), body);
  }

  private String row(DocumentedRoute route) {
    String path = prefix + route.path();
    boolean followable = route.method().equals("GET") && !path.contains("{");
    return "<tr><td class=\"method\">"
        + route.method()
        + "</td><td><code>"
        + (followable ? "<a href=\"" + path + "\">" + path + "</a>" : path)
        + "</code></td><td>"
        + Html.escaped(route.doc().summary())
        + "</td></tr>";
  }
}
