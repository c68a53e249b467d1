package shareddb.web;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import shareddb.web.Operation.Success;

/** A route that takes a JSON body, while it is being declared. */
public final class RouteWithBody<B> {

  private final Route route;
  private final Class<B> body;

  RouteWithBody(Route route, Class<B> body) {
    this.route = route;
    this.body = body;
  }

  /** 200 with a body. */
  public <T> void answers(Class<T> type, BiFunction<Request, B, T> action) {
    Success success = new Success(200, "Done.", type, false, Map.of());
    route.add(body, success, (request, given) -> Reply.of(action.apply(request, given)));
  }

  /** 201 with what was made, and where it is: a path as the routes have it. */
  public <T> void creates(
      Class<T> type, Function<T, String> location, BiFunction<Request, B, T> action) {
    Success success =
        new Success(201, "Made.", type, false, Map.of("Location", "Where the new one is."));
    route.add(
        body,
        success,
        (request, given) -> {
          T made = action.apply(request, given);
          return Reply.of(made).with("Location", request.link(location.apply(made)));
        });
  }
}
