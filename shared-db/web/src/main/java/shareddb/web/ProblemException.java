package shareddb.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Ends a request with a problem document. It is an answer, not a failure: it has no stack trace.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<FieldError> errors;

  ProblemException(ProblemType type, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = errors;
  }

  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of());
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

  Problem problem(String instance) {
    return Problem.of(type, String.valueOf(getMessage()), instance).withErrors(errors);
  }

  private static ProblemException listing(ProblemType type, List<FieldError> errors) {
    String all = errors.stream().map(FieldError::sentence).collect(Collectors.joining("; "));
    return new ProblemException(type, all, errors);
  }
}
