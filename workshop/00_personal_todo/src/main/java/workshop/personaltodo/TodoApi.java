package workshop.personaltodo;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.noCondition;
import static shareddb.web.doc.Doc.doc;
import static workshop.personaltodo.db.Tables.TODOS;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import shareddb.web.Api;
import shareddb.web.doc.Page;
import workshop.personaltodo.db.tables.records.TodosRecord;

/** The todos' API: plain Javalin handlers over plain jOOQ. */
final class TodoApi {

  private static final String UNKNOWN = "There is no such todo.";

  private final DSLContext db;

  TodoApi(DSLContext db) {
    this.db = db;
  }

  void routes(Api api) {
    api.get(
        "/todos",
        this::list,
        doc("List todos, newest first")
            .query("completed", Boolean.class, "Only todos that are done, or only the others.")
            .query("search", String.class, "Only todos with this text in title or description.")
            .between(1, 200)
            .query("deleted", String.class, "Todos in use, todos in the bin, or all.")
            .oneOf("false", "true", "all")
            .byDefault("false")
            .answersPages(Todo.class, Long.class));
    api.post("/todos", this::add, doc("Add a todo").takes(NewTodo.EXAMPLE).creates(Todo.class));
    api.get(
        "/todos/{id}",
        this::show,
        doc("Show a todo, also one in the bin")
            .path("id", Long.class)
            .answers(Todo.class)
            .problem(404, UNKNOWN));
    api.patch(
        "/todos/{id}",
        this::change,
        doc("Change a todo: an absent field stays as it is, null clears the description")
            .path("id", Long.class)
            .takes(TodoChange.EXAMPLE)
            .answers(Todo.class)
            .problem(404, UNKNOWN)
            .problem(409, "The todo is in the bin: restore it first."));
    api.delete(
        "/todos/{id}",
        this::delete,
        doc("Put a todo into the bin, or remove it for good")
            .path("id", Long.class)
            .query("permanent", Boolean.class, "Whether to remove it for good.")
            .byDefault(false)
            .problem(404, UNKNOWN));
    api.post(
        "/todos/{id}/restore",
        this::restore,
        doc("Take a todo out of the bin")
            .path("id", Long.class)
            .answers(Todo.class)
            .problem(404, UNKNOWN));
  }

  /** Pages by key: {@code seek} begins behind the last id of the page before. */
  private void list(Context ctx) {
    long before = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(Long.MAX_VALUE);
    List<Todo> todos =
        db.selectFrom(TODOS)
            .where(completed(ctx), search(ctx), deleted(ctx))
            .orderBy(TODOS.ID.desc())
            .seek(before)
            .limit(Page.limit(ctx) + 1)
            .fetch(mapping(Todo::new));
    ctx.json(Page.of(ctx, todos, Todo::id));
  }

  private static Condition completed(Context ctx) {
    Boolean completed = ctx.queryParamAsClass("completed", Boolean.class).getOrNull();
    return completed == null ? noCondition() : TODOS.IS_COMPLETED.eq(completed);
  }

  private static Condition search(Context ctx) {
    String text = ctx.queryParam("search");
    return text == null
        ? noCondition()
        : TODOS.TITLE.containsIgnoreCase(text).or(TODOS.DESCRIPTION.containsIgnoreCase(text));
  }

  private static Condition deleted(Context ctx) {
    return switch (ctx.queryParamAsClass("deleted", String.class).getOrDefault("false")) {
      case "true" -> TODOS.DELETED_AT.isNotNull();
      case "all" -> noCondition();
      default -> TODOS.DELETED_AT.isNull();
    };
  }

  private void show(Context ctx) {
    ctx.json(find(id(ctx)));
  }

  private void add(Context ctx) {
    NewTodo todo = ctx.bodyAsClass(NewTodo.class);
    Todo added =
        db.insertInto(TODOS)
            .set(TODOS.TITLE, todo.title())
            .set(TODOS.DESCRIPTION, todo.description())
            .set(TODOS.IS_COMPLETED, todo.isCompleted().orElse(false))
            .returning()
            .fetchSingle(mapping(Todo::new));
    ctx.status(201).header("Location", ctx.path() + "/" + added.id()).json(added);
  }

  /** A record of jOOQ's knows which of its fields were set: only these are in the UPDATE. */
  private void change(Context ctx) {
    long id = id(ctx);
    TodoChange change = ctx.bodyAsClass(TodoChange.class);
    TodosRecord values = new TodosRecord();
    change.title().ifPresent(values::setTitle);
    change.description().ifPresent(values::setDescription);
    change.isCompleted().ifPresent(values::setIsCompleted);
    if (!values.touched()) {
      ctx.json(inUse(find(id)));
      return;
    }
    Todo changed =
        db.update(TODOS)
            .set(values)
            .where(TODOS.ID.eq(id), TODOS.DELETED_AT.isNull())
            .returning()
            .fetchOptional(mapping(Todo::new))
            // Nothing was changed: the todo is not there, or it is in the bin.
            .orElseGet(() -> inUse(find(id)));
    ctx.json(changed);
  }

  private void delete(Context ctx) {
    long id = id(ctx);
    boolean permanent = ctx.queryParamAsClass("permanent", Boolean.class).getOrDefault(false);
    int rows =
        permanent
            ? db.deleteFrom(TODOS).where(TODOS.ID.eq(id)).execute()
            : db.update(TODOS)
                .set(TODOS.DELETED_AT, coalesce(TODOS.DELETED_AT, currentInstant()))
                .where(TODOS.ID.eq(id))
                .execute();
    if (rows == 0) {
      throw unknown(id);
    }
    ctx.status(204);
  }

  private void restore(Context ctx) {
    long id = id(ctx);
    ctx.json(
        db.update(TODOS)
            .setNull(TODOS.DELETED_AT)
            .where(TODOS.ID.eq(id))
            .returning()
            .fetchOptional(mapping(Todo::new))
            .orElseThrow(() -> unknown(id)));
  }

  private Todo find(long id) {
    return db.selectFrom(TODOS)
        .where(TODOS.ID.eq(id))
        .fetchOptional(mapping(Todo::new))
        .orElseThrow(() -> unknown(id));
  }

  private static Todo inUse(Todo todo) {
    if (todo.deletedAt() != null) {
      throw new ConflictResponse(
          "Todo " + todo.id() + " is in the bin; POST to its /restore first");
    }
    return todo;
  }

  private static long id(Context ctx) {
    return ctx.pathParamAsClass("id", Long.class).get();
  }

  private static NotFoundResponse unknown(long id) {
    return new NotFoundResponse("There is no todo " + id);
  }
}
