package shareddb.web;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import shareddb.web.Operation.Success;

/** A route that takes a body, while it is being declared. */
public final class RouteWithBody<B> {

  private final Route route;
  private final Body<B> body;

  RouteWithBody(Route route, Body<B> body) {
    this.route = route;
    this.body = body;
  }

  /** 200 with a body. */
  public <T> void answers(Class<T> type, BiFunction<Request, B, T> action) {
    Success success = new Success(200, "Done.", new Content.OfJson(type, false), Map.of());
    route.add(body, success, (request, given) -> Reply.of(action.apply(request, given)));
  }

  /** 204. */
  public void answersNothing(BiConsumer<Request, B> action) {
    addSilent(204, "Done; there is nothing to say.", action);
  }

  /** 202, whatever comes of it: for what a stranger must not learn. */
  public void accepts(BiConsumer<Request, B> action) {
    addSilent(202, "Taken; what came of it is not told.", action);
  }

  private void addSilent(int status, String description, BiConsumer<Request, B> action) {
    route.add(
        body,
        new Success(status, description, null, Map.of()),
        (request, given) -> {
          action.accept(request, given);
          return Reply.EMPTY;
        });
  }

  /** 201 with what was made, and where it is: a path as the routes have it. */
  public <T> void creates(
      Class<T> type, Function<T, String> location, BiFunction<Request, B, T> action) {
    creates(type, (request, made) -> location.apply(made), action);
  }

  /** The same where the path depends on the request too. */
  public <T> void creates(
      Class<T> type, BiFunction<Request, T, String> location, BiFunction<Request, B, T> action) {
    Map<String, String> headers = Map.of("Location", "Where the new one is.");
    Success success = new Success(201, "Made.", new Content.OfJson(type, false), headers);
    route.add(
        body,
        success,
        (request, given) -> {
          T made = action.apply(request, given);
          return Reply.of(made).with("Location", request.link(location.apply(request, made)));
        });
  }
}
