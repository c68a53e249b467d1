package shareddb.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ends a request with a problem document. It is an answer, not a failure: it has no stack trace.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers;

  private ProblemException(
      ProblemType type, String detail, List<FieldError> errors, Map<String, String> headers) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = errors;
    this.headers = headers;
  }

  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of(), Map.of());
  }

  /** 401; HTTP wants it to say how one may show who one is. */
  public static ProblemException unauthenticated(String detail) {
    return unauthenticated("Bearer", detail);
  }

  /** The same where it is shown in another way than by a bearer's token. */
  public static ProblemException unauthenticated(String scheme, String detail) {
    return new ProblemException(
        ProblemType.UNAUTHENTICATED, detail, List.of(), Map.of("WWW-Authenticate", scheme));
  }

  /** For what will be possible again after a while. */
  public static ProblemException retryAfter(ProblemType type, String detail, Duration pause) {
    long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
    return new ProblemException(
        type, detail, List.of(), Map.of("Retry-After", String.valueOf(seconds)));
  }

  /** For what a schema cannot say of a field of the body. */
  public static ProblemException invalidField(String name, String detail) {
    return invalidBody(List.of(FieldError.ofBody("/" + name, detail)));
  }

  static ProblemException invalidParameters(List<FieldError> errors) {
    return listing(ProblemType.INVALID_PARAMETERS, errors);
  }

  static ProblemException invalidBody(List<FieldError> errors) {
    return listing(ProblemType.INVALID_BODY, errors);
  }

  ProblemType type() {
    return type;
  }

  Map<String, String> headers() {
    return headers;
  }

  Problem problem(String instance) {
    return Problem.of(type, String.valueOf(getMessage()), instance).withErrors(errors);
  }

  private static ProblemException listing(ProblemType type, List<FieldError> errors) {
    String all = errors.stream().map(FieldError::sentence).collect(Collectors.joining("; "));
    return new ProblemException(type, all, errors, Map.of());
  }
}
