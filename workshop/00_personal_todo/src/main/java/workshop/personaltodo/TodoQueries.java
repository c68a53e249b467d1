package workshop.personaltodo;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.val;
import static workshop.personaltodo.db.Tables.TODOS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import shareddb.web.Database;
import shareddb.web.Field;
import shareddb.web.PageRequest;
import shareddb.web.Prepared;
import shareddb.web.Row;

/** Every statement of this module. Each is one transaction by itself. */
final class TodoQueries {

  private final Database database;
  private final DSLContext sql;
  private final Prepared<Todo> newest;
  private final Prepared<Todo> one;
  private final Prepared<Todo> insert;

  TodoQueries(Database database) {
    this.database = database;
    sql = database.sql();
    newest = prepared(page(TodoFilter.IN_USE, param("id", TODOS.ID), param("rows", 0L)));
    one = prepared(sql.selectFrom(TODOS).where(TODOS.ID.eq(param("id", TODOS.ID))));
    insert =
        prepared(
            sql.insertInto(TODOS)
                .columns(TODOS.TITLE, TODOS.DESCRIPTION, TODOS.IS_COMPLETED)
                .values(
                    param("title", TODOS.TITLE),
                    param("description", TODOS.DESCRIPTION),
                    param("is_completed", TODOS.IS_COMPLETED))
                .returning());
  }

  private Prepared<Todo> prepared(ResultQuery<?> query) {
    return database.prepared(query, TodoQueries::todo);
  }

  /** Newest first. The key is the id: it grows with every todo, and an index has it in order. */
  List<Todo> list(TodoFilter filter, PageRequest<Long> page) {
    long before = page.after().orElse(Long.MAX_VALUE);
    long rows = page.rows();
    return filter.equals(TodoFilter.IN_USE)
        ? newest.fetch(before, rows)
        : database.fetch(page(filter, val(before), val(rows)), TodoQueries::todo);
  }

  private ResultQuery<?> page(TodoFilter filter, Param<Long> before, Param<Long> rows) {
    return sql.selectFrom(TODOS)
        .where(filter.condition())
        .and(TODOS.ID.lt(before))
        .orderBy(TODOS.ID.desc())
        .limit(rows);
  }

  Optional<Todo> find(long id) {
    return one.fetchOptional(id);
  }

  Todo add(NewTodo todo) {
    return insert.fetchSingle(
        todo.title(), todo.description().orElse(null), todo.isCompleted().orElse(false));
  }

  /** Changes one that is not in the bin. */
  Optional<Todo> change(long id, TodoChange change) {
    Map<org.jooq.Field<?>, @Nullable Object> values = new HashMap<>();
    values.putAll(given(TODOS.TITLE, change.title()));
    values.putAll(given(TODOS.DESCRIPTION, change.description()));
    values.putAll(given(TODOS.IS_COMPLETED, change.isCompleted()));
    if (values.isEmpty()) {
      return find(id).filter(todo -> todo.deletedAt() == null);
    }
    return first(
        sql.update(TODOS)
            .set(values)
            .where(TODOS.ID.eq(id).and(TODOS.DELETED_AT.isNull()))
            .returning());
  }

  /** Puts it into the bin; one that is there already stays as it is. */
  boolean delete(long id) {
    return sql.update(TODOS)
            .set(TODOS.DELETED_AT, coalesce(TODOS.DELETED_AT, currentInstant()))
            .where(TODOS.ID.eq(id))
            .execute()
        > 0;
  }

  Optional<Todo> restore(long id) {
    return first(sql.update(TODOS).setNull(TODOS.DELETED_AT).where(TODOS.ID.eq(id)).returning());
  }

  boolean deleteForGood(long id) {
    return sql.deleteFrom(TODOS).where(TODOS.ID.eq(id)).execute() > 0;
  }

  private Optional<Todo> first(ResultQuery<?> query) {
    return database.fetch(query, TodoQueries::todo).stream().findFirst();
  }

  private static <T> Map<org.jooq.Field<?>, @Nullable Object> given(
      org.jooq.Field<T> column, Field<T> field) {
    Map<org.jooq.Field<?>, @Nullable Object> values = new HashMap<>();
    if (field instanceof Field.Given<T> given) {
      values.put(column, given.value());
    }
    return values;
  }

  private static Todo todo(Row row) {
    return new Todo(
        row.get(TODOS.ID),
        row.get(TODOS.TITLE),
        row.getOrNull(TODOS.DESCRIPTION),
        row.get(TODOS.IS_COMPLETED),
        row.get(TODOS.CREATED_AT),
        row.get(TODOS.UPDATED_AT),
        row.getOrNull(TODOS.DELETED_AT));
  }
}
