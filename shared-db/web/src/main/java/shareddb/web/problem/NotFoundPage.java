package shareddb.web.problem;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;

/** The page that a browser gets for a path that no route has. */
final class NotFoundPage {

  private static final String HTML =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Not found</title>
      <link rel="icon" href="data:,">
      <style>
        :root { color-scheme: light dark; }
        body { margin: 15vh auto; max-width: 32rem; padding: 0 1.25rem; font: 16px/1.55 system-ui, sans-serif; }
      </style>
      </head>
      <body>
      <h1>Not found</h1>
      <p>There is no page at <code>{{path}}</code>.</p>
      <p><a href="/">See what there is</a></p>
      </body>
      </html>
      """;

  private NotFoundPage() {}

  static void answer(Context ctx) {
    String path = ctx.path().replace("&", "&amp;").replace("<", "&lt;");
    ctx.header(Header.CACHE_CONTROL, "no-store")
        .header(
            Header.CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .status(HttpStatus.NOT_FOUND)
        .html(HTML.replace("{{path}}", path));
  }
}
