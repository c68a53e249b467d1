package exercise;

import io.javalin.config.RoutesConfig;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jooq.DSLContext;

/** The @{thing.many} of a todo. */
final class @{thing.type}Api {

  private final DSLContext db;

  @{thing.type}Api(DSLContext db) {
    this.db = db;
  }

  /** What a client gets. */
  record @{thing.type}(long id, String name) {}

  /** What a client sends. The JSON mapper reads the annotations: a blank name is a 400. */
  record New@{thing.type}(@NotBlank @Size(max = 50) String name) {}

  void routes(RoutesConfig routes) {
    // Here begins your work.
  }
}
