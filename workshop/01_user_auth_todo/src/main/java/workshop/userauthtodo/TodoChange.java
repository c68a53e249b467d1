package workshop.userauthtodo;

import org.jspecify.annotations.Nullable;
import shareddb.web.Field;
import shareddb.web.Text;

/** What a client says to change a todo: what it leaves out stays as it is. */
record TodoChange(
    @Text(max = Todo.MAX_TITLE, blank = false) Field<String> title,
    @Text(max = Todo.MAX_DESCRIPTION) Field<@Nullable String> description,
    Field<Boolean> isCompleted) {}
