package shareddb.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;

/** Carries one operation out: reads and checks the request, acts, and writes the answer. */
final class Exchange<B> implements Handler {

  static final String JSON = "application/json";

  private final String mount;
  private final Operation<B> operation;
  private final @Nullable Body<B> body;
  private final Set<String> queryNames;
  private final ObjectWriter writer = Json.mapper().writer();

  Exchange(String mount, Operation<B> operation) {
    this.mount = mount;
    this.operation = operation;
    this.body = operation.body();
    this.queryNames =
        operation.params().stream()
            .filter(param -> param.place() == Param.Place.QUERY)
            .map(Param::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void handle(Context context) {
    checkAccept(context.header("Accept"));
    Caller caller = new Caller(context);
    Guard<?> guard = operation.guard();
    Object admitted = guard == null ? null : guard.admit(caller);
    Request request = request(context, caller, admitted);
    @SuppressWarnings("NullAway") // an operation without a body ignores this argument
    Reply reply = operation.action().apply(request, body == null ? null : body.read(context));
    context.status(operation.success().status());
    reply.headers().forEach(context::header);
    for (Cookie cookie : request.cookies()) {
      context.res().addHeader("Set-Cookie", cookie.header(mount, caller.isEncrypted()));
    }
    context.header("Cache-Control", "no-store");
    write(context, reply.body());
  }

  private void checkAccept(@Nullable String accept) {
    Content content = operation.success().content();
    if (accept != null && content != null && !content.fits(accept)) {
      throw ProblemException.of(
          ProblemType.NOT_ACCEPTABLE,
          "This answers in " + content.mediaType() + ", which Accept leaves out");
    }
  }

  private void write(Context context, @Nullable Object body) {
    Content content = operation.success().content();
    if (content == null || body == null) {
      return;
    }
    switch (content) {
      case Content.OfJson json ->
          context.contentType(json.mediaType()).result(writer.writeValueAsBytes(body));
      case Content.OfText text -> TextAnswer.write(context, text.mediaType(), (TextWriter) body);
    }
  }

  private Request request(Context context, Caller caller, @Nullable Object admitted) {
    QueryString query = QueryString.parse(context.queryString());
    List<FieldError> errors = new ArrayList<>();
    for (String name : query.values().keySet()) {
      if (!queryNames.contains(name)) {
        errors.add(FieldError.ofParameter(name, unknown()));
      }
    }
    // By identity: a parameter is declared once, and its hash would go through its whole schema.
    IdentityHashMap<Param<?>, Object> values = new IdentityHashMap<>(operation.params().size());
    for (Param<?> param : operation.params()) {
      try {
        values.put(param, param.reader().apply(text(param, query, context)));
      } catch (InvalidValue e) {
        errors.add(FieldError.ofParameter(param.name(), e.complaint()));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalidParameters(errors);
    }
    return new Request(mount, context.path(), query, values, caller, admitted);
  }

  private String unknown() {
    return queryNames.isEmpty()
        ? "is unknown: there are no parameters here"
        : "is unknown; there is " + queryNames.stream().sorted().collect(Collectors.joining(", "));
  }

  private static Optional<String> text(Param<?> param, QueryString query, Context context) {
    return switch (param.place()) {
      case PATH -> Optional.of(context.pathParam(param.name()));
      case QUERY -> Optional.ofNullable(query.values().get(param.name()));
    };
  }
}
