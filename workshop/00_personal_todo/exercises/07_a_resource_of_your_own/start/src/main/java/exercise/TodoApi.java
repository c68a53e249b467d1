package exercise;

import static exercise.db.Tables.TODOS;
import static org.jooq.Records.mapping;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.jooq.DSLContext;

/** Lists todos, and shows one. */
final class TodoApi {

  private final DSLContext db;

  TodoApi(DSLContext db) {
    this.db = db;
  }

  record Todo(long id, String title, boolean isCompleted) {}

  void routes(RoutesConfig routes) {
    routes.get("/todos", this::list);
    routes.get("/todos/{id}", this::show);
  }

  private void list(Context ctx) {
    ctx.json(
        db.select(TODOS.ID, TODOS.TITLE, TODOS.IS_COMPLETED)
            .from(TODOS)
            .orderBy(TODOS.ID)
            .fetch(mapping(Todo::new)));
  }

  private void show(Context ctx) {
    long id = ctx.pathParamAsClass("id", Long.class).get();
    ctx.json(
        db.select(TODOS.ID, TODOS.TITLE, TODOS.IS_COMPLETED)
            .from(TODOS)
            .where(TODOS.ID.eq(id))
            .fetchOptional(mapping(Todo::new))
            .orElseThrow(() -> new NotFoundResponse("There is no todo " + id)));
  }
}
