package shareddb.web.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problems that an API answers with. A program can rely on their names. */
public enum ProblemType {
  BAD_REQUEST(400, "Bad request"),
  MALFORMED_JSON(400, "Malformed JSON"),
  INVALID_BODY(400, "Invalid body"),
  INVALID_PARAMETERS(400, "Invalid parameters"),
  UNAUTHENTICATED(401, "Not signed in"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  REQUEST_TIMEOUT(408, "Request timeout"),
  CONFLICT(409, "Conflict"),
  GONE(410, "Gone"),
  TOO_LARGE(413, "Content too large"),
  URI_TOO_LONG(414, "URI too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  MISDIRECTED_REQUEST(421, "Misdirected request"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  HEADERS_TOO_LARGE(431, "Request headers too large"),
  INTERNAL(500, "Internal error"),
  UNAVAILABLE(503, "Database unavailable"),
  NOT_READY(503, "Not ready"),
  OVERLOADED(503, "Overloaded"),
  DATABASE_TIMEOUT(504, "Database timeout");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  String title() {
    return title;
  }

  String uri() {
    return "urn:problem-type:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The first kind with this status. */
  static Optional<ProblemType> of(int status) {
    return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
  }
}
