package shareddb.web.problem;

import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.Map;

/** An answer with {@code Retry-After}: the same request can succeed after a pause. */
public final class RetryLater extends HttpResponseException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final Duration pause;

  public RetryLater(ProblemType type, String detail, Duration pause) {
    super(type.status(), detail, Map.of());
    this.type = type;
    this.pause = pause;
  }

  /** It is an answer, not a failure: no stack trace is taken. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  /** In whole seconds, at least one. */
  String seconds() {
    return String.valueOf(Math.max(1, pause.plusMillis(999).toSeconds()));
  }

  Problem problem(String instance) {
    return Problem.of(type, String.valueOf(getMessage()), instance);
  }
}
