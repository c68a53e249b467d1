package shareddb.web.problem;

import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A 400 that names each field or parameter that is wrong, all in one answer. */
public final class InvalidRequest extends HttpResponseException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<FieldError> errors;

  private InvalidRequest(ProblemType type, String detail, List<FieldError> errors) {
    super(type.status(), detail, Map.of());
    this.type = type;
    this.errors = errors;
  }

  public static InvalidRequest malformedJson(String detail) {
    return new InvalidRequest(ProblemType.MALFORMED_JSON, detail, List.of());
  }

  public static InvalidRequest body(List<FieldError> errors) {
    return new InvalidRequest(ProblemType.INVALID_BODY, sentences(errors), errors);
  }

  public static InvalidRequest parameters(List<FieldError> errors) {
    return new InvalidRequest(ProblemType.INVALID_PARAMETERS, sentences(errors), errors);
  }

  /** For a rule about a field of the body that a JSON schema cannot express. */
  public static InvalidRequest field(String name, String detail) {
    return body(List.of(FieldError.ofBody("/" + name, detail)));
  }

  /** For a rule about a parameter that its documentation cannot express. */
  public static InvalidRequest parameter(String name, String detail) {
    return parameters(List.of(FieldError.ofParameter(name, detail)));
  }

  /** It is an answer, not a failure: no stack trace is taken. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  Problem problem(String instance) {
    return Problem.of(type, String.valueOf(getMessage()), instance).withErrors(errors);
  }

  private static String sentences(List<FieldError> errors) {
    return errors.stream().map(FieldError::sentence).collect(Collectors.joining("; "));
  }
}
