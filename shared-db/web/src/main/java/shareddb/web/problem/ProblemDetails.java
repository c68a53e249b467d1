package shareddb.web.problem;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.plugin.Plugin;
import io.javalin.router.EndpointNotFound;
import io.javalin.validation.ValidationException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Javalin plugin that answers every exception with a problem document (RFC 9457). A handler
 * throws Javalin's own {@code NotFoundResponse}, {@code ConflictResponse} and so on.
 */
public final class ProblemDetails extends Plugin<Void> {

  /** Seconds after which a client may try again: a restart of the database takes about as long. */
  private static final String RETRY_AFTER = "2";

  private static final Logger log = LoggerFactory.getLogger(ProblemDetails.class);

  @Override
  public void onInitialize(JavalinState state) {
    state.routes.exception(EndpointNotFound.class, (e, ctx) -> notFound(ctx));
    state.routes.exception(MethodNotAllowedResponse.class, ProblemDetails::notAllowed);
    state.routes.exception(InvalidRequest.class, (e, ctx) -> answer(ctx, e.problem(ctx.path())));
    state.routes.exception(
        RetryLater.class,
        (e, ctx) -> answer(ctx.header(Header.RETRY_AFTER, e.seconds()), e.problem(ctx.path())));
    state.routes.exception(
        ValidationException.class,
        (e, ctx) -> answer(ctx, InvalidRequest.parameters(errors(e)).problem(ctx.path())));
    state.routes.exception(
        HttpResponseException.class,
        (e, ctx) ->
            answer(
                ctx, Problem.ofStatus(e.getStatus(), String.valueOf(e.getMessage()), ctx.path())));
    state.routes.exception(Exception.class, ProblemDetails::unexpected);
    state.router.javaLangErrorHandler(ProblemDetails::fatal);
  }

  private static void answer(Context ctx, Problem problem) {
    // A browser may keep a 404 otherwise, and ask no more.
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.json());
  }

  /** A person in a browser gets a page. */
  private static void notFound(Context ctx) {
    String accept = ctx.header(Header.ACCEPT);
    if (accept != null && accept.contains("text/html")) {
      NotFoundPage.answer(ctx);
    } else {
      String detail = "There is no route " + ctx.method() + " " + ctx.path();
      answer(ctx, Problem.of(ProblemType.NOT_FOUND, detail, ctx.path()));
    }
  }

  private static void notAllowed(MethodNotAllowedResponse e, Context ctx) {
    // Javalin lists the methods under one of two names, depending on what the client accepts.
    String methods = String.join(", ", e.getDetails().values());
    ctx.header(Header.ALLOW, methods);
    String detail = ctx.method() + " is not possible here; " + methods + " is";
    answer(ctx, Problem.of(ProblemType.METHOD_NOT_ALLOWED, detail, ctx.path()));
  }

  private static List<FieldError> errors(ValidationException e) {
    return e.getErrors().entrySet().stream()
        .flatMap(
            field ->
                field.getValue().stream()
                    .map(error -> FieldError.ofParameter(field.getKey(), error.getMessage())))
        .toList();
  }

  private static void unexpected(Exception e, Context ctx) {
    DatabaseError.of(e)
        .ifPresentOrElse(
            error -> {
              log.warn("{} {}: {}: {}", ctx.method(), ctx.path(), error, e.getMessage());
              Problem problem = error.problem(ctx.path());
              if (problem.status() == ProblemType.UNAVAILABLE.status()) {
                ctx.header(Header.RETRY_AFTER, RETRY_AFTER);
              }
              answer(ctx, problem);
            },
            () -> {
              String id = UUID.randomUUID().toString();
              log.error("{} {} failed, error {}", ctx.method(), ctx.path(), id, e);
              answer(ctx, internal(id, ctx.path()));
            });
  }

  private static void fatal(HttpServletResponse response, Error error) {
    String id = UUID.randomUUID().toString();
    log.error("a request failed, error {}", id, error);
    response.setStatus(ProblemType.INTERNAL.status());
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      response.getOutputStream().write(internal(id, "").json());
    } catch (IOException | IllegalStateException e) {
      log.debug("the answer to error {} could not be written", id, e);
    }
  }

  private static Problem internal(String id, String instance) {
    String detail = "The server's log says more under " + id;
    return Problem.of(ProblemType.INTERNAL, detail, instance).withErrorId(id);
  }
}
