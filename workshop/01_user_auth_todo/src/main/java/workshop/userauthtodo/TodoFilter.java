package workshop.userauthtodo;

import static workshop.userauthtodo.db.Tables.TODOS;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Which todos to list. */
record TodoFilter(Optional<Boolean> completed, Optional<String> search, Deleted deleted) {

  /** What most lists ask for: everything but the bin. */
  static final TodoFilter IN_USE =
      new TodoFilter(Optional.empty(), Optional.empty(), Deleted.FALSE);

  /** What of the bin to show. */
  enum Deleted {
    FALSE,
    TRUE,
    ALL
  }

  Condition condition() {
    return DSL.and(
        completed.map(TODOS.IS_COMPLETED::eq).orElseGet(DSL::noCondition),
        search.map(TodoFilter::contains).orElseGet(DSL::noCondition),
        switch (deleted) {
          case FALSE -> TODOS.DELETED_AT.isNull();
          case TRUE -> TODOS.DELETED_AT.isNotNull();
          case ALL -> DSL.noCondition();
        });
  }

  private static Condition contains(String text) {
    return TODOS.TITLE.containsIgnoreCase(text).or(TODOS.DESCRIPTION.containsIgnoreCase(text));
  }
}
