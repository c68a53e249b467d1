package shareddb.web.openapi;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.InternalRouter;
import java.util.List;
import java.util.Objects;
import shareddb.web.doc.Doc;

/**
 * A route with its documentation.
 *
 * @param path without the prefix of its API
 */
record DocumentedRoute(String method, String path, Doc doc) {

  /** All routes behind a prefix, in the order in which they were added. */
  static List<DocumentedRoute> behind(String prefix, InternalRouter router) {
    return router.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> !endpoint.method.equals(HandlerType.HEAD))
        .filter(endpoint -> endpoint.metadata(Doc.class) != null)
        .filter(endpoint -> endpoint.path.startsWith(prefix + "/"))
        .map(endpoint -> of(prefix, endpoint))
        .toList();
  }

  private static DocumentedRoute of(String prefix, Endpoint endpoint) {
    return new DocumentedRoute(
        endpoint.method.name(),
        endpoint.path.substring(prefix.length()),
        Objects.requireNonNull(endpoint.metadata(Doc.class)));
  }

  /** The heading under which it stands: what it says, else the first part of its path. */
  String tag() {
    return doc.tag().isEmpty() ? path.split("[/.]", -1)[1] : doc.tag();
  }
}
