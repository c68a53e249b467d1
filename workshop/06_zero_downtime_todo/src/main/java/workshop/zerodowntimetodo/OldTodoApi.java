package workshop.zerodowntimetodo;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static shareddb.web.doc.Doc.doc;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import shareddb.web.Api;
import shareddb.web.doc.Page;

/**
 * Version 4 of the todos' API, as it was before the change. A build of that time has classes that
 * jOOQ made; here its columns are written down, because the generator sees the newest schema only.
 */
final class OldTodoApi {

  private static final Table<Record> TODOS = table(name("todos"));
  private static final Field<Long> ID = field(name("id"), BIGINT);
  private static final Field<String> TITLE = field(name("title"), VARCHAR);
  private static final Field<Boolean> IS_COMPLETED = field(name("is_completed"), BOOLEAN);
  private static final Field<Short> PRIORITY = field(name("priority"), SMALLINT);
  private static final Field<Instant> CREATED_AT = field(name("created_at"), INSTANT);
  private static final Field<Instant> UPDATED_AT = field(name("updated_at"), INSTANT);

  private final DSLContext db;

  OldTodoApi(DSLContext db) {
    this.db = db;
  }

  void routes(Api api) {
    api.get(
        "/todos",
        this::list,
        doc("List todos, newest first").answersPages(OldTodo.class, Long.class));
    api.post(
        "/todos", this::add, doc("Add a todo").takes(NewOldTodo.EXAMPLE).creates(OldTodo.class));
    api.patch(
        "/todos/{id}",
        this::change,
        doc("Change a todo: an absent field stays as it is")
            .path("id", Long.class)
            .takes(OldTodoChange.EXAMPLE)
            .answers(OldTodo.class)
            .problem(404, "There is no such todo."));
  }

  private void list(Context ctx) {
    long before = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(Long.MAX_VALUE);
    List<OldTodo> todos =
        db.select(ID, TITLE, IS_COMPLETED, PRIORITY, CREATED_AT, UPDATED_AT)
            .from(TODOS)
            .orderBy(ID.desc())
            .seek(before)
            .limit(Page.limit(ctx) + 1)
            .fetch(mapping(OldTodo::new));
    ctx.json(Page.of(ctx, todos, OldTodo::id));
  }

  private void add(Context ctx) {
    OldTodo added =
        db.insertInto(TODOS)
            .set(TITLE, ctx.bodyAsClass(NewOldTodo.class).title())
            .returningResult(ID, TITLE, IS_COMPLETED, PRIORITY, CREATED_AT, UPDATED_AT)
            .fetchSingle(mapping(OldTodo::new));
    ctx.status(201).header("Location", ctx.path() + "/" + added.id()).json(added);
  }

  private void change(Context ctx) {
    long id = ctx.pathParamAsClass("id", Long.class).get();
    OldTodoChange change = ctx.bodyAsClass(OldTodoChange.class);
    Map<Field<?>, Object> values = new HashMap<>();
    change.title().ifPresent(title -> values.put(TITLE, title));
    change.isCompleted().ifPresent(done -> values.put(IS_COMPLETED, done));
    if (values.isEmpty()) {
      values.put(TITLE, TITLE);
    }
    ctx.json(
        db.update(TODOS)
            .set(values)
            .where(ID.eq(id))
            .returningResult(ID, TITLE, IS_COMPLETED, PRIORITY, CREATED_AT, UPDATED_AT)
            .fetchOptional(mapping(OldTodo::new))
            .orElseThrow(() -> new NotFoundResponse("There is no todo " + id)));
  }
}
