package workshop.zerodowntimetodo;

import static shareddb.web.doc.Doc.doc;
import static workshop.zerodowntimetodo.db.Tables.TODOS;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.jooq.DSLContext;
import shareddb.web.Api;
import shareddb.web.doc.Page;
import workshop.zerodowntimetodo.db.tables.records.TodosRecord;

/** Version 6 of the todos' API: over the classes that jOOQ made from the newest migration. */
final class TodoApi {

  private static final String UNKNOWN = "There is no such todo.";

  private final DSLContext db;

  TodoApi(DSLContext db) {
    this.db = db;
  }

  void routes(Api api) {
    api.get(
        "/todos", this::list, doc("List todos, newest first").answersPages(Todo.class, Long.class));
    api.post("/todos", this::add, doc("Add a todo").takes(NewTodo.EXAMPLE).creates(Todo.class));
    api.get(
        "/todos/{id}",
        this::show,
        doc("Show a todo").path("id", Long.class).answers(Todo.class).problem(404, UNKNOWN));
    api.patch(
        "/todos/{id}",
        this::change,
        doc("Change a todo: an absent field stays as it is")
            .path("id", Long.class)
            .takes(TodoChange.EXAMPLE)
            .answers(Todo.class)
            .problem(404, UNKNOWN));
  }

  private void list(Context ctx) {
    long before = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(Long.MAX_VALUE);
    List<Todo> todos =
        db.selectFrom(TODOS)
            .orderBy(TODOS.ID.desc())
            .seek(before)
            .limit(Page.limit(ctx) + 1)
            .fetch(TodoApi::todo);
    ctx.json(Page.of(ctx, todos, Todo::id));
  }

  private void add(Context ctx) {
    NewTodo todo = ctx.bodyAsClass(NewTodo.class);
    Todo added =
        db.insertInto(TODOS)
            .set(TODOS.SUMMARY, todo.summary())
            .returning()
            .fetchSingle(TodoApi::todo);
    ctx.status(201).header("Location", ctx.path() + "/" + added.id()).json(added);
  }

  private void show(Context ctx) {
    ctx.json(find(id(ctx)));
  }

  private void change(Context ctx) {
    long id = id(ctx);
    TodoChange change = ctx.bodyAsClass(TodoChange.class);
    TodosRecord values = new TodosRecord();
    change.summary().ifPresent(values::setSummary);
    change.status().ifPresent(status -> values.setStatus(status.toString()));
    change.priority().ifPresent(values::setPriority);
    if (!values.touched()) {
      ctx.json(find(id));
      return;
    }
    ctx.json(
        db.update(TODOS)
            .set(values)
            .where(TODOS.ID.eq(id))
            .returning()
            .fetchOptional(TodoApi::todo)
            .orElseThrow(() -> unknown(id)));
  }

  private Todo find(long id) {
    return db.selectFrom(TODOS)
        .where(TODOS.ID.eq(id))
        .fetchOptional(TodoApi::todo)
        .orElseThrow(() -> unknown(id));
  }

  private static Todo todo(TodosRecord row) {
    return new Todo(
        row.getId(),
        row.getSummary(),
        TodoStatus.of(row.getStatus()),
        row.getPriority(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }

  private static long id(Context ctx) {
    return ctx.pathParamAsClass("id", Long.class).get();
  }

  private static NotFoundResponse unknown(long id) {
    return new NotFoundResponse("There is no todo " + id);
  }
}
