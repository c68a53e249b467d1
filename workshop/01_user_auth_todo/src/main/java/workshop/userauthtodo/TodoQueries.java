package workshop.userauthtodo;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentInstant;
import static workshop.userauthtodo.db.Tables.TODOS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import shareddb.web.Field;
import shareddb.web.PageRequest;

/**
 * Every statement about todos. Each says itself whose they are to be: that is the first wall, and
 * the policies of the migrations are the second.
 */
final class TodoQueries {

  private final OwnRows rows;

  TodoQueries(OwnRows rows) {
    this.rows = rows;
  }

  /** Newest first. The key is the id: it grows with every todo, and an index has it in order. */
  List<Todo> list(Who who, TodoFilter filter, PageRequest<Long> page) {
    return rows.of(
        who.userId(),
        own ->
            own.selectFrom(TODOS)
                .where(of(who))
                .and(filter.condition())
                .and(TODOS.ID.lt(page.after().orElse(Long.MAX_VALUE)))
                .orderBy(TODOS.ID.desc())
                .limit(page.rows())
                .fetch(TodoQueries::todo));
  }

  Optional<Todo> find(Who who, long id) {
    return rows.of(
        who.userId(),
        own -> own.selectFrom(TODOS).where(one(who, id)).fetchOptional(TodoQueries::todo));
  }

  /** Whose it is, the database says: the column's default is whose request this is. */
  Todo add(Who who, NewTodo todo) {
    return rows.of(
        who.userId(),
        own ->
            own.insertInto(TODOS)
                .columns(TODOS.TITLE, TODOS.DESCRIPTION, TODOS.IS_COMPLETED)
                .values(
                    todo.title(), todo.description().orElse(null), todo.isCompleted().orElse(false))
                .returning()
                .fetchSingle(TodoQueries::todo));
  }

  /** Changes one that is not in the bin. */
  Optional<Todo> change(Who who, long id, TodoChange change) {
    Map<org.jooq.Field<?>, @Nullable Object> values = new HashMap<>();
    values.putAll(given(TODOS.TITLE, change.title()));
    values.putAll(given(TODOS.DESCRIPTION, change.description()));
    values.putAll(given(TODOS.IS_COMPLETED, change.isCompleted()));
    return values.isEmpty()
        ? find(who, id).filter(todo -> todo.deletedAt() == null)
        : update(who, one(who, id).and(TODOS.DELETED_AT.isNull()), values);
  }

  /** Puts it into the bin; one that is there already stays as it is. */
  boolean delete(Who who, long id) {
    return update(
            who,
            one(who, id),
            Map.of(TODOS.DELETED_AT, coalesce(TODOS.DELETED_AT, currentInstant())))
        .isPresent();
  }

  Optional<Todo> restore(Who who, long id) {
    Map<org.jooq.Field<?>, @Nullable Object> inUse = new HashMap<>();
    inUse.put(TODOS.DELETED_AT, null);
    return update(who, one(who, id), inUse);
  }

  boolean deleteForGood(Who who, long id) {
    return rows.of(who.userId(), own -> own.deleteFrom(TODOS).where(one(who, id)).execute() > 0);
  }

  private Optional<Todo> update(
      Who who, Condition which, Map<org.jooq.Field<?>, ? extends @Nullable Object> values) {
    return rows.of(
        who.userId(),
        own ->
            own.update(TODOS)
                .set(values)
                .where(which)
                .returning()
                .fetchOptional(TodoQueries::todo));
  }

  private static Condition of(Who who) {
    return TODOS.USER_ID.eq(who.userId());
  }

  private static Condition one(Who who, long id) {
    return of(who).and(TODOS.ID.eq(id));
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
    return new Todo(
        row.get(TODOS.ID),
        row.get(TODOS.TITLE),
        row.get(TODOS.DESCRIPTION),
        row.get(TODOS.IS_COMPLETED),
        row.get(TODOS.CREATED_AT),
        row.get(TODOS.UPDATED_AT),
        row.get(TODOS.DELETED_AT));
  }
}
