package exercise;

import static exercise.db.Tables.TODOS;

import exercise.db.tables.records.TodosRecord;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jooq.DSLContext;

/** Adds, shows and changes todos. */
final class TodoApi {

  private final DSLContext db;

  TodoApi(DSLContext db) {
    this.db = db;
  }

  record Todo(long id, String title, int @{version.column}) {

    static Todo of(TodosRecord row) {
      return new Todo(row.getId(), row.getTitle(), row.get@{version.caps}());
    }
  }

  record NewTodo(@NotBlank @Size(max = 255) String title) {}

  record TodoChange(@NotBlank @Size(max = 255) String title, int @{version.column}) {}

  void routes(RoutesConfig routes) {
    routes.post("/todos", this::add);
    routes.get("/todos/{id}", this::show);
    routes.patch("/todos/{id}", this::change);
  }

  private void add(Context ctx) {
    TodosRecord row = db.newRecord(TODOS);
    row.setTitle(ctx.bodyAsClass(NewTodo.class).title());
    row.insert();
    row.refresh();
    ctx.status(HttpStatus.CREATED).json(Todo.of(row));
  }

  private void show(Context ctx) {
    ctx.json(Todo.of(find(ctx)));
  }

  private void change(Context ctx) {
    TodoChange change = ctx.bodyAsClass(TodoChange.class);
    TodosRecord row = find(ctx);
    if (row.get@{version.caps}() != change.@{version.column}()) {
      throw changedMeanwhile();
    }
    // A pause, so that the proof of this wrong answer does not depend on luck.
    db.execute("SELECT pg_sleep(0.2)");
    row.setTitle(change.title());
    row.set@{version.caps}(row.get@{version.caps}() + 1);
    row.update();
    ctx.json(Todo.of(row));
  }

  private static ConflictResponse changedMeanwhile() {
    return new ConflictResponse("The todo has changed since it was read; read it again");
  }

  private TodosRecord find(Context ctx) {
    long id = ctx.pathParamAsClass("id", Long.class).get();
    return db.selectFrom(TODOS)
        .where(TODOS.ID.eq(id))
        .fetchOptional()
        .orElseThrow(() -> new NotFoundResponse("There is no todo " + id));
  }
}
