package shareddb.web.check;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.NotAcceptableResponse;
import io.javalin.plugin.Plugin;
import io.javalin.router.Endpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shareddb.web.doc.Doc;
import shareddb.web.doc.Parameter;
import shareddb.web.doc.RequestBody;
import shareddb.web.doc.Success;
import shareddb.web.problem.FieldError;
import shareddb.web.problem.InvalidRequest;

/**
 * A Javalin plugin that holds each request against the {@link Doc} of its route before the handler
 * runs, so that the document is true: unknown parameters and wrong ones are refused, all in one
 * answer. It runs behind {@code before} and {@code beforeMatched} handlers, such as a sign-in.
 */
public final class RequestCheck extends Plugin<Void> {

  @Override
  public void onInitialize(JavalinState state) {
    state.http.maxRequestSize = RequestBody.MAX_JSON_BYTES;
    // Types that a Doc knows and Javalin does not.
    state.validation.register(LocalDate.class, LocalDate::parse);
    state.validation.register(Instant.class, Instant::parse);
    state.validation.register(UUID.class, UUID::fromString);
    state.router.handlerWrapper(RequestCheck::checked);
  }

  private static Handler checked(Endpoint endpoint) {
    Doc doc = endpoint.metadata(Doc.class);
    if (doc == null) {
      return endpoint.handler;
    }
    Set<String> known =
        doc.parameters().stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());
    return ctx -> {
      checkAccept(ctx, doc.success());
      checkParameters(ctx, doc.parameters(), known);
      RequestBody body = doc.body();
      if (body != null) {
        BodyCheck.check(ctx, body);
      }
      ctx.header(Header.CACHE_CONTROL, "no-store");
      endpoint.handler.handle(ctx);
    };
  }

  /** The weights of an Accept header are not looked at. */
  private static void checkAccept(Context ctx, Success success) {
    String accept = ctx.header(Header.ACCEPT);
    String type = success.mediaType();
    if (accept == null || type == null || accept.contains("*/*") || accept.contains(type)) {
      return;
    }
    if (!accept.contains(type.substring(0, type.indexOf('/') + 1) + "*")) {
      throw new NotAcceptableResponse("This answers in " + type + ", which Accept leaves out");
    }
  }

  private static void checkParameters(Context ctx, List<Parameter> parameters, Set<String> known) {
    QueryEncoding.check(ctx.queryString());
    Map<String, List<String>> query = ctx.queryParamMap();
    List<FieldError> errors = new ArrayList<>();
    Set<String> unknown = new HashSet<>(query.keySet());
    unknown.removeAll(known);
    unknown.forEach(name -> errors.add(FieldError.ofParameter(name, unknown(parameters))));
    for (Parameter parameter : parameters) {
      String fault = fault(ctx, query, parameter);
      if (fault != null) {
        errors.add(FieldError.ofParameter(parameter.name(), fault));
      }
    }
    if (!errors.isEmpty()) {
      throw InvalidRequest.parameters(errors);
    }
  }

  private static @Nullable String fault(
      Context ctx, Map<String, List<String>> query, Parameter parameter) {
    if (parameter.in() == Parameter.In.PATH) {
      return ParameterCheck.fault(parameter, ctx.pathParam(parameter.name())).orElse(null);
    }
    List<String> given = query.getOrDefault(parameter.name(), List.of());
    if (given.size() > 1) {
      return "is given more than once";
    }
    return given.isEmpty() ? null : ParameterCheck.fault(parameter, given.getFirst()).orElse(null);
  }

  private static String unknown(List<Parameter> parameters) {
    List<String> names =
        parameters.stream()
            .filter(parameter -> parameter.in() == Parameter.In.QUERY)
            .map(Parameter::name)
            .sorted()
            .toList();
    return names.isEmpty()
        ? "is unknown: there are no parameters here"
        : "is unknown; there is " + String.join(", ", names);
  }
}
