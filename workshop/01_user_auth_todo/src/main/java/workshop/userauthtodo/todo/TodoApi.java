package workshop.userauthtodo.todo;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.noCondition;
import static shareddb.web.doc.Doc.doc;
import static workshop.userauthtodo.db.Tables.TODOS;
import static workshop.userauthtodo.session.Access.SIGNED_IN;
import static workshop.userauthtodo.session.SignIn.signedIn;
import static workshop.userauthtodo.session.SignIn.signedInToChange;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataChangedException;
import shareddb.web.Api;
import shareddb.web.doc.Page;
import workshop.userauthtodo.db.tables.records.TodosRecord;
import workshop.userauthtodo.session.OwnRows;
import workshop.userauthtodo.session.SignedIn;

/**
 * The todos' API. Each statement says whose todos it is about: that is the first wall. The policies
 * of the migrations are the second.
 */
public final class TodoApi {

  private static final String UNKNOWN = "I have no such todo.";

  private final OwnRows rows;

  public TodoApi(OwnRows rows) {
    this.rows = rows;
  }

  public void routes(Api api) {
    api.get(
        "/todos",
        this::list,
        signedIn(
            doc("List my todos, newest first")
                .query("completed", Boolean.class, "Only todos that are done, or only the others.")
                .query("search", String.class, "Only todos with this text in title or description.")
                .between(1, 200)
                .query("deleted", String.class, "Todos in use, todos in the bin, or all.")
                .oneOf("false", "true", "all")
                .byDefault("false")
                .answersPages(Todo.class, Long.class)),
        SIGNED_IN);
    api.post(
        "/todos",
        this::add,
        signedInToChange(doc("Add a todo").takes(NewTodo.EXAMPLE).creates(Todo.class)),
        SIGNED_IN);
    api.get(
        "/todos/{id}",
        this::show,
        signedIn(
            doc("Show a todo")
                .notes("A todo in the bin is shown, too: its deleted_at is not null.")
                .path("id", Long.class)
                .answers(Todo.class)
                .problem(404, UNKNOWN)),
        SIGNED_IN);
    api.patch(
        "/todos/{id}",
        this::change,
        signedInToChange(
            doc("Change a todo")
                .notes("A field that is left out stays as it is; null clears the description.")
                .path("id", Long.class)
                .takes(TodoChange.EXAMPLE)
                .answers(Todo.class)
                .problem(404, UNKNOWN)
                .problem(409, "The todo is in the bin: restore it first.")
                .problem(409, "The todo has changed since it was read: read it again.")),
        SIGNED_IN);
    api.delete(
        "/todos/{id}",
        this::delete,
        signedInToChange(
            doc("Put a todo into the bin, or remove it for good")
                .notes("A todo that is in the bin already stays there.")
                .path("id", Long.class)
                .query("permanent", Boolean.class, "Whether to remove it for good.")
                .byDefault(false)
                .problem(404, UNKNOWN)),
        SIGNED_IN);
    api.post(
        "/todos/{id}/restore",
        this::restore,
        signedInToChange(
            doc("Take a todo out of the bin")
                .notes("A todo that is not in the bin stays as it is.")
                .path("id", Long.class)
                .answers(Todo.class)
                .problem(404, UNKNOWN)),
        SIGNED_IN);
  }

  private void list(Context ctx) {
    long before = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(Long.MAX_VALUE);
    List<Todo> todos =
        own(
            ctx,
            sql ->
                sql.selectFrom(TODOS)
                    .where(isMine(ctx), completed(ctx), search(ctx), deleted(ctx))
                    .orderBy(TODOS.ID.desc())
                    .seek(before)
                    .limit(Page.limit(ctx) + 1)
                    .fetch(Todo::of));
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
    ctx.json(own(ctx, sql -> Todo.of(find(sql, ctx))));
  }

  /** The database fills in user_id: the column's default is the user of this transaction. */
  private void add(Context ctx) {
    NewTodo todo = ctx.bodyAsClass(NewTodo.class);
    Todo added =
        own(
            ctx,
            sql ->
                sql.insertInto(TODOS)
                    .set(TODOS.TITLE, todo.title())
                    .set(TODOS.DESCRIPTION, todo.description())
                    .set(TODOS.IS_COMPLETED, todo.isCompleted().orElse(false))
                    .returning()
                    .fetchSingle(Todo::of));
    ctx.status(HttpStatus.CREATED)
        .header(Header.LOCATION, ctx.path() + "/" + added.id())
        .json(added);
  }

  /**
   * Optimistic locking. Nothing is locked while a person edits; update() of jOOQ's record adds one
   * to the version, and {@code WHERE version = …}: it throws where another request was faster.
   */
  private void change(Context ctx) {
    TodoChange change = ctx.bodyAsClass(TodoChange.class);
    try {
      ctx.json(own(ctx, sql -> Todo.of(changed(find(sql, ctx), change))));
    } catch (DataChangedException e) {
      throw hasChanged();
    }
  }

  private static TodosRecord changed(TodosRecord todo, TodoChange change) {
    if (todo.getDeletedAt() != null) {
      throw new ConflictResponse(
          "Todo " + todo.getId() + " is in the bin; POST to its /restore first");
    }
    if (!change.version().orElse(todo.getVersion()).equals(todo.getVersion())) {
      throw hasChanged();
    }
    change.title().ifPresent(todo::setTitle);
    change.description().ifPresent(todo::setDescription);
    change.isCompleted().ifPresent(todo::setIsCompleted);
    // Only fields that were set are in the statement; without any there is none.
    todo.update();
    return todo;
  }

  private void delete(Context ctx) {
    boolean permanent = ctx.queryParamAsClass("permanent", Boolean.class).getOrDefault(false);
    int deleted =
        own(
            ctx,
            sql ->
                permanent
                    ? sql.deleteFrom(TODOS).where(isMine(ctx), TODOS.ID.eq(id(ctx))).execute()
                    : sql.update(TODOS)
                        .set(TODOS.DELETED_AT, coalesce(TODOS.DELETED_AT, currentInstant()))
                        .where(isMine(ctx), TODOS.ID.eq(id(ctx)))
                        .execute());
    if (deleted == 0) {
      throw unknown(ctx);
    }
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void restore(Context ctx) {
    ctx.json(
        own(
            ctx,
            sql ->
                sql.update(TODOS)
                    .setNull(TODOS.DELETED_AT)
                    .where(isMine(ctx), TODOS.ID.eq(id(ctx)))
                    .returning()
                    .fetchOptional(Todo::of)
                    .orElseThrow(() -> unknown(ctx))));
  }

  private static TodosRecord find(DSLContext sql, Context ctx) {
    return sql.selectFrom(TODOS)
        .where(isMine(ctx), TODOS.ID.eq(id(ctx)))
        .fetchOptional()
        .orElseThrow(() -> unknown(ctx));
  }

  private <T> T own(Context ctx, Function<DSLContext, T> work) {
    return rows.of(SignedIn.user(ctx).userId(), work);
  }

  private static Condition isMine(Context ctx) {
    return TODOS.USER_ID.eq(SignedIn.user(ctx).userId());
  }

  private static long id(Context ctx) {
    return ctx.pathParamAsClass("id", Long.class).get();
  }

  private static ConflictResponse hasChanged() {
    return new ConflictResponse("The todo has changed since it was read; read it again");
  }

  private static NotFoundResponse unknown(Context ctx) {
    return new NotFoundResponse("There is no todo " + id(ctx) + " of yours");
  }
}
