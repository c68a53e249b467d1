package shareddb.web.openapi;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.plugin.Plugin;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A Javalin plugin with the page at {@code /} that shows each module as it stands, and with the
 * pictures and lessons that it links to.
 */
public final class IndexPage extends Plugin<Void> {

  private static final String FOLDER = "/workshop/";

  private final SortedMap<String, String> titles;
  private final ModuleOverviews overviews;

  /**
   * @param titles of each API, by the name of its module
   */
  public IndexPage(Map<String, String> titles, ModuleOverviews overviews) {
    this.titles = new TreeMap<>(titles);
    this.overviews = overviews;
  }

  @Override
  public void onInitialize(JavalinState state) {
    Html.add(state, "/", this::page);
    Handler file = this::file;
    String path = FOLDER + "{module}/{file}";
    state.routes.get(path, file).head(path, file);
  }

  private void file(Context ctx) {
    String module = ctx.pathParam("module");
    String name = ctx.pathParam("file");
    String text =
        Optional.ofNullable(titles.get(module))
            .flatMap(known -> overviews.file(module, name))
            .orElseThrow(() -> new NotFoundResponse("There is no file " + name + " of " + module));
    Html.restrict(ctx).header("X-Content-Type-Options", "nosniff");
    if (name.endsWith(".svg")) {
      ctx.contentType("image/svg+xml; charset=utf-8").result(text);
    } else {
      ctx.html(
          Html.page(
              titles.getOrDefault(module, module), module, "<article>" + text + "</article>"));
    }
  }

  private String page() {
    String body =
        "<nav>"
            + Html.link("/health", "Health")
            + Html.link("/ready", "Ready")
            + Html.link("/metrics", "Metrics")
            + "</nav><main>"
            + titles.entrySet().stream()
                .map(module -> card(module.getKey(), module.getValue()))
                .collect(Collectors.joining())
            + "</main>";
    return Html.page("The workshop", "One Postgres, a schema for every module", body);
  }

  private String card(String module, String title) {
    ModuleOverview overview = overviews.of(module);
    String prefix = "/" + module;
    return "<section><h2><a href=\""
        + prefix
        + "/\">"
        + Html.escaped(title)
        + "</a></h2><code>"
        + module
        + "</code>"
        + pictures(module, title, overview)
        + targets(overview)
        + "<p class=\"links\">"
        + Html.link(prefix + "/docs", "Try it")
        + Html.link(prefix + "/openapi.json", "OpenAPI")
        + Html.link(prefix + "/ready", "Ready")
        + (overview.lesson().isEmpty()
            ? ""
            : Html.link(FOLDER + module + "/" + overview.lesson(), "Lesson"))
        + "</p>"
        + (overview.exercises() == 0
            ? ""
            : "<p>" + overview.exercises() + " exercises: <code>./db learn</code></p>")
        + "</section>";
  }

  private static String pictures(String module, String title, ModuleOverview overview) {
    return overview.pictures().stream()
        .map(file -> FOLDER + module + "/" + file)
        .map(
            path ->
                "<a class=\"picture\" href=\"%1$s\"><img src=\"%1$s\" alt=\"Tables of %2$s: %3$s\" loading=\"lazy\"></a>"
                    .formatted(
                        path, Html.escaped(title), path.substring(path.lastIndexOf('/') + 1)))
        .collect(Collectors.joining());
  }

  private static String targets(ModuleOverview overview) {
    return overview.targets().isEmpty()
        ? ""
        : "<table>"
            + overview.targets().stream().map(IndexPage::row).collect(Collectors.joining())
            + "</table>";
  }

  private static String row(ModuleOverview.AppliedTrack target) {
    String pending =
        target.pending().isEmpty()
            ? "<span class=\"good\">nothing pending</span>"
            : "<span class=\"bad\">" + Html.escaped(target.pending()) + "</span>";
    return "<tr><td>"
        + Html.escaped(target.name().isEmpty() ? "schema" : target.name())
        + "</td><td>"
        + Html.escaped(target.version())
        + "</td><td>"
        + pending
        + "</td><td class=\"when\">"
        + Html.escaped(target.lastChange())
        + "</td></tr>";
  }
}
