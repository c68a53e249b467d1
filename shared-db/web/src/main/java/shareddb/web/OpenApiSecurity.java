package shareddb.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the OpenAPI document says of who may call what. */
final class OpenApiSecurity {

  private OpenApiSecurity() {}

  /** Every scheme that some route takes, once. */
  static void declare(ObjectNode components, List<Operation<?>> operations) {
    for (Operation<?> operation : operations) {
      for (SecurityScheme scheme : schemes(operation.guard())) {
        ObjectNode node = components.withObject("/securitySchemes/" + scheme.name());
        node.put("description", scheme.description());
        scheme.fields().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(field -> node.put(field.getKey(), field.getValue()));
      }
    }
  }

  /** Each by itself in the list: one of them suffices. */
  static void require(ObjectNode operation, @Nullable Guard<?> guard) {
    for (SecurityScheme scheme : schemes(guard)) {
      operation.withArray("/security").addObject().putArray(scheme.name());
    }
  }

  private static List<SecurityScheme> schemes(@Nullable Guard<?> guard) {
    return guard == null ? List.of() : guard.schemes();
  }
}
