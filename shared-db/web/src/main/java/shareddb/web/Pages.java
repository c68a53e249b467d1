package shareddb.web;

import java.util.List;
import java.util.stream.Collectors;

/** The pages for people. They load nothing from elsewhere. */
final class Pages {

  /** Styles are written into the pages; scripts are files of ours, and only the docs have any. */
  static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

  private static final String PAGE = Assets.text("page.html");
  private static final String DOCS = Assets.text("docs.html");

  private Pages() {}

  /** What one module offers, and where. */
  static String module(Mount mount, List<Operation<?>> operations) {
    String rows =
        operations.stream().map(o -> row(mount.prefix(), o)).collect(Collectors.joining());
    String body =
        "<p>"
            + link(mount.prefix() + "/docs", "Try it in the browser")
            + link(mount.prefix() + "/openapi.json", "OpenAPI document")
            + link("/metrics", "Metrics")
            + (mount.prefix().isEmpty() ? "" : link("/", "All modules"))
            + "</p><table>"
            + rows
            + "</table>";
    return page(mount.module().title(), mount.module().name().value(), body);
  }

  /** Which modules there are. */
  static String all(List<Mount> mounts) {
    String cards = mounts.stream().map(Pages::card).collect(Collectors.joining());
    String body =
        "<p>"
            + link("/health", "Health")
            + link("/ready", "Ready")
            + link("/metrics", "Metrics")
            + "</p>"
            + cards;
    return page("The workshop", "One Postgres, a schema for every module", body);
  }

  static String docs(Mount mount) {
    return DOCS.replace("{{title}}", escaped(mount.module().title()))
        .replace("{{document}}", escaped(mount.prefix() + "/openapi.json"));
  }

  private static String card(Mount mount) {
    return "<section><h2><a href=\""
        + mount.prefix()
        + "/\">"
        + escaped(mount.module().title())
        + "</a></h2><code>"
        + mount.prefix()
        + "</code><p>"
        + link(mount.prefix() + "/docs", "Try it")
        + link(mount.prefix() + "/openapi.json", "OpenAPI")
        + link(mount.prefix() + "/ready", "Ready")
        + "</p></section>";
  }

  private static String row(String prefix, Operation<?> operation) {
    String path = prefix + operation.path();
    boolean followable = operation.method().equals("GET") && !path.contains("{");
    return "<tr><td class=\"method\">"
        + operation.method()
        + "</td><td><code>"
        + (followable ? "<a href=\"" + path + "\">" + path + "</a>" : path)
        + "</code></td><td>"
        + escaped(operation.summary())
        + "</td></tr>";
  }

  private static String link(String target, String text) {
    return "<a class=\"button\" href=\"" + target + "\">" + text + "</a>";
  }

  private static String page(String title, String subtitle, String body) {
    return PAGE.replace("{{title}}", escaped(title))
        .replace("{{subtitle}}", escaped(subtitle))
        .replace("{{body}}", body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
