package shareddb.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a module declares its routes. Each is declared once, and is complete with its last call.
 */
public final class Routes {

  private final List<Operation<?>> operations = new ArrayList<>();

  public Route get(String path, String summary) {
    return new Route(this, "GET", path, summary);
  }

  public Route post(String path, String summary) {
    return new Route(this, "POST", path, summary);
  }

  public Route patch(String path, String summary) {
    return new Route(this, "PATCH", path, summary);
  }

  public Route delete(String path, String summary) {
    return new Route(this, "DELETE", path, summary);
  }

  void add(Operation<?> operation) {
    operations.add(operation);
  }

  List<Operation<?>> operations() {
    return List.copyOf(operations);
  }
}
