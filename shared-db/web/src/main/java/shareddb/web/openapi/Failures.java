package shareddb.web.openapi;

import java.util.Map;
import java.util.TreeMap;
import shareddb.web.doc.Doc;
import shareddb.web.doc.RequestBody;

/** The problems that a route can answer with: its own, and those that every route can have. */
final class Failures {

  private static final Map<Integer, String> EVERYWHERE =
      Map.of(
          400, "A parameter or the body does not fit; nothing was done.",
          408, "The request came too slowly.",
          414, "The path and the query are too long.",
          421, "The Host is not one that this server answers for.",
          431, "The headers are too large.",
          500, "Something went wrong on our side.",
          503, "The database does not answer; Retry-After says when to try again.",
          504, "A statement took too long and was ended; nothing was changed.");

  private Failures() {}

  /** By status, in order. */
  static Map<Integer, String> of(Doc doc) {
    Map<Integer, String> all = new TreeMap<>(EVERYWHERE);
    if (!doc.security().isEmpty()) {
      all.put(401, "The request does not show who is asking.");
    }
    if (doc.success().mediaType() != null) {
      all.put(406, "The request does not accept " + doc.success().shown() + ".");
    }
    RequestBody body = doc.body();
    if (body != null) {
      all.put(413, "The body is larger than " + body.maxBytes() + " bytes.");
      all.put(415, "The body is not declared as " + body.mediaType() + ".");
    }
    doc.problems()
        .forEach((status, text) -> all.merge(status, text, (one, other) -> one + " Or: " + other));
    return all;
  }
}
