package exercise;

import static exercise.db.Tables.@{thing.table};
import static exercise.db.Tables.TODOS;
import static org.jooq.Records.mapping;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
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
    routes.get("/todos/{id}/@{thing.many}", this::list);
    routes.post("/todos/{id}/@{thing.many}", this::add);
    routes.get("/todos/{id}/@{thing.many}/{@{thing.one}}", this::show);
    routes.delete("/todos/{id}/@{thing.many}/{@{thing.one}}", this::delete);
  }

  private void list(Context ctx) {
    long todo = todo(ctx);
    ctx.json(
        db.select(@{thing.table}.ID, @{thing.table}.NAME)
            .from(@{thing.table})
            .where(@{thing.table}.TODO_ID.eq(todo))
            .orderBy(@{thing.table}.NAME)
            .fetch(mapping(@{thing.type}::new)));
  }

  /** ON CONFLICT DO NOTHING: two requests at once cannot both find that the name is free. */
  private void add(Context ctx) {
    New@{thing.type} added = ctx.bodyAsClass(New@{thing.type}.class);
    @{thing.type} row =
        db.insertInto(@{thing.table})
            .set(@{thing.table}.TODO_ID, todo(ctx))
            .set(@{thing.table}.NAME, added.name())
            .onConflict(@{thing.table}.TODO_ID, @{thing.table}.NAME)
            .doNothing()
            .returningResult(@{thing.table}.ID, @{thing.table}.NAME)
            .fetchOptional(mapping(@{thing.type}::new))
            .orElseThrow(() -> new ConflictResponse("The todo has this @{thing.one} already"));
    ctx.header(Header.LOCATION, ctx.path() + "/" + row.id()).json(row);
  }

  private void show(Context ctx) {
    ctx.json(
        db.select(@{thing.table}.ID, @{thing.table}.NAME)
            .from(@{thing.table})
            .where(@{thing.table}.TODO_ID.eq(number(ctx, "id")), @{thing.table}.ID.eq(number(ctx, "@{thing.one}")))
            .fetchOptional(mapping(@{thing.type}::new))
            .orElseThrow(@{thing.type}Api::unknown));
  }

  private void delete(Context ctx) {
    int deleted =
        db.deleteFrom(@{thing.table})
            .where(@{thing.table}.TODO_ID.eq(number(ctx, "id")), @{thing.table}.ID.eq(number(ctx, "@{thing.one}")))
            .execute();
    if (deleted == 0) {
      throw unknown();
    }
    ctx.status(HttpStatus.NO_CONTENT);
  }

  /** The id of the todo in the path, if there is one. */
  private long todo(Context ctx) {
    long id = number(ctx, "id");
    if (!db.fetchExists(TODOS, TODOS.ID.eq(id))) {
      throw new NotFoundResponse("There is no todo " + id);
    }
    return id;
  }

  private static long number(Context ctx, String name) {
    return ctx.pathParamAsClass(name, Long.class).get();
  }

  private static NotFoundResponse unknown() {
    return new NotFoundResponse("The todo has no such @{thing.one}");
  }
}
