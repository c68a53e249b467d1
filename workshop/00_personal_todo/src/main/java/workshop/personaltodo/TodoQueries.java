package workshop.personaltodo;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.noCondition;
import static workshop.personaltodo.db.Tables.TODOS;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import shareddb.web.Field;
import shareddb.web.PageRequest;

/** Every statement of this module. Each is one transaction by itself. */
final class TodoQueries {

  private final DSLContext sql;

  TodoQueries(DSLContext sql) {
    this.sql = sql;
  }

  /** Newest first. The key is the id: it grows with every todo, and an index has it in order. */
  List<Todo> list(TodoFilter filter, PageRequest<Long> page) {
    return sql.selectFrom(TODOS)
        .where(filter.condition())
        .and(page.after().map(TODOS.ID::lt).orElse(noCondition()))
        .orderBy(TODOS.ID.desc())
        .limit(page.rows())
        .fetch(TodoQueries::todo);
  }

  Optional<Todo> find(long id) {
    return sql.selectFrom(TODOS).where(TODOS.ID.eq(id)).fetchOptional(TodoQueries::todo);
  }

  Todo add(NewTodo todo) {
    return sql.insertInto(TODOS)
        .set(TODOS.TITLE, todo.title())
        .set(given(TODOS.DESCRIPTION, todo.description()))
        .set(given(TODOS.IS_COMPLETED, todo.isCompleted()))
        .returning()
        .fetchSingle(TodoQueries::todo);
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
    return sql.update(TODOS)
        .set(values)
        .where(TODOS.ID.eq(id).and(TODOS.DELETED_AT.isNull()))
        .returning()
        .fetchOptional(TodoQueries::todo);
  }

  /** Puts it into the bin; one that is there already stays as it is. */
  boolean delete(long id) {
    return sql.update(TODOS)
            .set(TODOS.DELETED_AT, coalesce(TODOS.DELETED_AT, currentOffsetDateTime()))
            .where(TODOS.ID.eq(id))
            .execute()
        > 0;
  }

  Optional<Todo> restore(long id) {
    return sql.update(TODOS)
        .setNull(TODOS.DELETED_AT)
        .where(TODOS.ID.eq(id))
        .returning()
        .fetchOptional(TodoQueries::todo);
  }

  boolean deleteForGood(long id) {
    return sql.deleteFrom(TODOS).where(TODOS.ID.eq(id)).execute() > 0;
  }

  private static <T> Map<org.jooq.Field<?>, @Nullable Object> given(
      org.jooq.Field<T> column, Field<T> field) {
    Map<org.jooq.Field<?>, @Nullable Object> values = new HashMap<>();
    if (field instanceof Field.Given<T> given) {
      values.put(column, given.value());
    }
    return values;
  }

  private static Todo todo(Record row) {
    OffsetDateTime deletedAt = row.get(TODOS.DELETED_AT);
    return new Todo(
        row.get(TODOS.ID),
        row.get(TODOS.TITLE),
        row.get(TODOS.DESCRIPTION),
        row.get(TODOS.IS_COMPLETED),
        row.get(TODOS.CREATED_AT).toInstant(),
        row.get(TODOS.UPDATED_AT).toInstant(),
        deletedAt == null ? null : deletedAt.toInstant());
  }
}
