package shareddb.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a request early into a problem document. */
final class Problems {

  /** When to try again, in seconds: a restart takes about as long. */
  static final String RETRY_AFTER = "2";

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void install(JavalinConfig config) {
    config.routes.exception(
        ProblemException.class,
        (e, context) -> {
          e.headers().forEach(context::header);
          answer(context, e.problem(context.path()));
        });
    config.routes.exception(MethodNotAllowedResponse.class, Problems::notAllowed);
    config.routes.exception(HttpResponseException.class, Problems::refused);
    config.routes.exception(Exception.class, Problems::unexpected);
    config.router.javaLangErrorHandler(Problems::fatal);
  }

  static void answer(Context context, Problem problem) {
    // A browser may keep a 404 otherwise, and ask no more.
    context.header("Cache-Control", "no-store");
    context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.json());
  }

  private static void notAllowed(MethodNotAllowedResponse e, Context context) {
    // Javalin lists them under one of two names, depending on what the client accepts.
    String methods = String.join(", ", e.getDetails().values());
    context.header("Allow", methods);
    String detail = context.method() + " is not possible here; " + methods + " is";
    answer(context, Problem.of(ProblemType.METHOD_NOT_ALLOWED, detail, context.path()));
  }

  private static void refused(HttpResponseException e, Context context) {
    int status = e.getStatus();
    String detail =
        status == 404
            ? "There is no route " + context.method() + " " + context.path()
            : String.valueOf(e.getMessage());
    answer(context, ofStatus(status, detail, context.path()));
  }

  static Problem ofStatus(int status, String detail, String instance) {
    return ProblemType.of(status)
        .map(type -> Problem.of(type, detail, instance))
        .orElseGet(
            () ->
                Problem.blank(status, HttpStatus.forStatus(status).getMessage(), detail, instance));
  }

  private static void unexpected(Exception e, Context context) {
    if (DatabaseErrors.isPassing(e)) {
      log.warn(
          "{} {}: the database does not answer: {}",
          context.method(),
          context.path(),
          e.getMessage());
      context.header("Retry-After", RETRY_AFTER);
      String detail = "The database cannot be reached just now; try again in a moment";
      answer(context, Problem.of(ProblemType.UNAVAILABLE, detail, context.path()));
      return;
    }
    String id = UUID.randomUUID().toString();
    log.error("{} {} failed, error {}", context.method(), context.path(), id, e);
    answer(context, internal(id, context.path()));
  }

  private static void fatal(HttpServletResponse response, Error error) {
    String id = UUID.randomUUID().toString();
    log.error("a request failed, error {}", id, error);
    response.setStatus(500);
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      response.getOutputStream().write(internal(id, "").json());
    } catch (IOException | IllegalStateException e) {
      log.debug("the answer to error {} could not be written", id, e);
    }
  }

  private static Problem internal(String id, String instance) {
    String detail = String.format(Locale.ROOT, "The server's log says more under %s", id);
    return Problem.of(ProblemType.INTERNAL, detail, instance).withErrorId(id);
  }
}
