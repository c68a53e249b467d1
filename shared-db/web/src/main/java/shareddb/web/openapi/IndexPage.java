package shareddb.web.openapi;

import io.javalin.config.JavalinState;
import io.javalin.plugin.Plugin;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A Javalin plugin with the page at {@code /} that lists the APIs of a server. */
public final class IndexPage extends Plugin<Void> {

  private final SortedMap<String, String> titles;

  /**
   * @param titles of each API, by its prefix
   */
  public IndexPage(Map<String, String> titles) {
    this.titles = new TreeMap<>(titles);
  }

  @Override
  public void onInitialize(JavalinState state) {
    Html.add(state, "/", this::page);
  }

  private String page() {
    String body =
        "<p>"
            + Html.link("/health", "Health")
            + Html.link("/ready", "Ready")
            + Html.link("/metrics", "Metrics")
            + "</p>"
            + titles.entrySet().stream().map(IndexPage::card).collect(Collectors.joining());
    return Html.page("The workshop", "One Postgres, a schema for every module", body);
  }

  private static String card(Map.Entry<String, String> api) {
    String prefix = api.getKey();
    return "<section><h2><a href=\""
        + prefix
        + "/\">"
        + Html.escaped(api.getValue())
        + "</a></h2><code>"
        + prefix
        + "</code><p>"
        + Html.link(prefix + "/docs", "Try it")
        + Html.link(prefix + "/openapi.json", "OpenAPI")
        + Html.link(prefix + "/ready", "Ready")
        + "</p></section>";
  }
}
