package shareddb.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shareddb.web.Operation.Success;

/** A route while it is being declared. */
public final class Route {

  private final Routes routes;
  private final String method;
  private final String path;
  private final String summary;
  private final List<Param<?>> params = new ArrayList<>();
  private final Map<ProblemType, String> failures = new EnumMap<>(ProblemType.class);
  private String notes = "";
  private @Nullable Guard<?> guard;

  Route(Routes routes, String method, String path, String summary) {
    this.routes = routes;
    this.method = method;
    this.path = path;
    this.summary = summary;
  }

  /** What the summary has no room for. */
  public Route notes(String text) {
    notes = text;
    return this;
  }

  public Route with(Param<?>... more) {
    Collections.addAll(params, more);
    return this;
  }

  /**
   * A problem of this route's own. Those that every route may have are documented by themselves.
   */
  public Route fails(ProblemType type, String when) {
    failures.put(type, when);
    return this;
  }

  /** Only for those whom the guard knows. */
  public Route guardedBy(Guard<?> by) {
    guard = by;
    return this;
  }

  public <B> RouteWithBody<B> takes(Class<B> body) {
    return new RouteWithBody<>(this, new BodyReader<>(body));
  }

  /** A text that is no JSON, such as {@code text/csv}; it is read whole. */
  public RouteWithBody<String> takesText(String mediaType, int maxBytes) {
    return new RouteWithBody<>(this, new TextBody(mediaType, maxBytes));
  }

  /** 200 with a body. */
  public <T> void answers(Class<T> type, Function<Request, T> action) {
    Success success = new Success(200, "Done.", new Content.OfJson(type, false), Map.of());
    add(null, success, (request, none) -> Reply.of(action.apply(request)));
  }

  /** 204. */
  public void answersNothing(Consumer<Request> action) {
    Success success = new Success(204, "Done; there is nothing to say.", null, Map.of());
    add(
        null,
        success,
        (request, none) -> {
          action.accept(request);
          return Reply.EMPTY;
        });
  }

  /** 200 with a page of a list; the parameters limit and cursor come by themselves. */
  public <T, K> void answersPages(
      Class<T> type, Keyset<T, K> keyset, BiFunction<Request, PageRequest<K>, List<T>> action) {
    params.addAll(Keyset.params());
    Map<String, String> headers =
        Map.of("Link", "The next page, as rel=\"next\"; none on the last.");
    Success success = new Success(200, "A page.", new Content.OfJson(type, true), headers);
    add(
        null,
        success,
        (request, none) -> keyset.reply(request, action.apply(request, keyset.asked(request))));
  }

  /**
   * 200 with a text that is no JSON, such as {@code text/csv}. The action runs before anything is
   * sent, and says no by a problem; what it returns writes the text.
   */
  public void answersText(String mediaType, Function<Request, TextWriter> action) {
    Success success = new Success(200, "Done.", new Content.OfText(mediaType), Map.of());
    add(null, success, (request, none) -> Reply.of(action.apply(request)));
  }

  <B> void add(@Nullable Body<B> body, Success success, BiFunction<Request, B, Reply> action) {
    routes.add(
        new Operation<>(
            method,
            path,
            summary,
            notes,
            List.copyOf(params),
            guard,
            body,
            success,
            Map.copyOf(failures),
            action));
  }
}
