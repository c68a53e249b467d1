package shareddb.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problems that an API answers with; each has a name that programs can rely on. */
public enum ProblemType {
  BAD_REQUEST(400, "The request cannot be understood"),
  MALFORMED_JSON(400, "The body is not JSON"),
  INVALID_BODY(400, "The body does not fit"),
  INVALID_PARAMETERS(400, "A parameter does not fit"),
  UNAUTHENTICATED(401, "Who is asking?"),
  FORBIDDEN(403, "This is not allowed"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "This cannot be done here"),
  NOT_ACCEPTABLE(406, "There is no such form of it"),
  TOO_SLOW(408, "The request came too slowly"),
  CONFLICT(409, "It does not go with what is there"),
  GONE(410, "It is served elsewhere now"),
  TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is in another format"),
  TOO_MANY_REQUESTS(429, "That was too often"),
  INTERNAL(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "The database does not answer"),
  NOT_READY(503, "It is not ready"),
  OVERLOADED(503, "There is too much to do just now");

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

  /** The first kind of a status. */
  static Optional<ProblemType> of(int status) {
    return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
  }
}
