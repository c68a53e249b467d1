package shareddb.web.openapi;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Supplier;

/**
 * Pages for people: they load nothing from elsewhere, run no script of others, stand in no frame.
 */
final class Html {

  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

  private static final String PAGE = Assets.text("page.html");
  private static final String DOCS = Assets.text("docs.html");

  private Html() {}

  static void add(JavalinState state, String path, Supplier<String> html) {
    Handler handler = ctx -> restrict(ctx).html(html.get());
    state.routes.get(path, handler).head(path, handler);
  }

  /** The headers that keep a page from loading anything from elsewhere. */
  static Context restrict(Context ctx) {
    return ctx.header("Content-Security-Policy", POLICY)
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer");
  }

  /** Swagger UI for a document. */
  static String docs(String title, String document) {
    return DOCS.replace("{{title}}", escaped(title)).replace("{{document}}", escaped(document));
  }

  static String page(String title, String subtitle, String body) {
    return PAGE.replace("{{title}}", escaped(title))
        .replace("{{subtitle}}", escaped(subtitle))
        .replace("{{body}}", body);
  }

  static String link(String target, String text) {
    return "<a class=\"button\" href=\"" + target + "\">" + text + "</a>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
