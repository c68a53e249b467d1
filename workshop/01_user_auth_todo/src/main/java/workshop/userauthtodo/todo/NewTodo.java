package workshop.userauthtodo.todo;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** The body of a request that adds a todo. */
record NewTodo(
    @NotBlank @Size(max = Todo.MAX_TITLE) String title,
    @Size(max = Todo.MAX_DESCRIPTION) @Nullable String description,
    JsonNullable<Boolean> isCompleted) {

  static final NewTodo EXAMPLE = new NewTodo("Buy milk", "Two litres", JsonNullable.of(false));
}
