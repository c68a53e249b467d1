package exercise;

import static exercise.db.Tables.TODOS;
import static org.jooq.Records.mapping;

import exercise.db.tables.records.TodosRecord;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jooq.DSLContext;
import org.jooq.TableField;

/** Lists and adds todos. It knows no word of the database: only the enum. */
final class TodoApi {

  private static final TableField<TodosRecord, String> KIND = TODOS.@{column.upper};

  private final DSLContext db;

  TodoApi(DSLContext db) {
    this.db = db;
  }

  record Todo(long id, String title, String @{column.name}) {}

  record NewTodo(String title, String @{column.name}) {}

  void routes(RoutesConfig routes) {
    routes.get("/todos", this::list);
    routes.get("/todos/@{column.a}", this::first);
    routes.post("/todos", this::add);
  }

  private void list(Context ctx) {
    ctx.json(
        db.select(TODOS.ID, TODOS.TITLE, KIND)
            .from(TODOS)
            .orderBy(TODOS.ID)
            .fetch(mapping(Todo::new)));
  }

  private void first(Context ctx) {
    ctx.json(
        db.select(TODOS.ID, TODOS.TITLE, KIND)
            .from(TODOS)
            .where(KIND.eq("@{column.a}"))
            .orderBy(TODOS.ID)
            .fetch(mapping(Todo::new)));
  }

  private void add(Context ctx) {
    NewTodo todo = ctx.bodyAsClass(NewTodo.class);
    ctx.status(HttpStatus.CREATED)
        .json(
            db.insertInto(TODOS)
                .set(TODOS.TITLE, todo.title())
                .set(KIND, todo.@{column.name}())
                .returningResult(TODOS.ID, TODOS.TITLE, KIND)
                .fetchSingle(mapping(Todo::new)));
  }
}
