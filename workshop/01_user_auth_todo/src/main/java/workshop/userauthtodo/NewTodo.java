package workshop.userauthtodo;

import org.jspecify.annotations.Nullable;
import shareddb.web.Field;
import shareddb.web.Text;

/** What a client says to add a todo. */
record NewTodo(
    @Text(max = Todo.MAX_TITLE, blank = false) String title,
    @Text(max = Todo.MAX_DESCRIPTION) Field<@Nullable String> description,
    Field<Boolean> isCompleted) {}
