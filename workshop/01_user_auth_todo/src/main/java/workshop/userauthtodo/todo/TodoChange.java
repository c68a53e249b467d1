package workshop.userauthtodo.todo;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * The body of a request that changes a todo. A field that is absent stays as it is; null clears the
 * description.
 */
record TodoChange(
    @NotBlank @Size(max = Todo.MAX_TITLE) JsonNullable<String> title,
    @Size(max = Todo.MAX_DESCRIPTION) JsonNullable<@Nullable String> description,
    JsonNullable<Boolean> isCompleted,
    @JsonPropertyDescription(
            "The version that the client has read. Where the todo has another one by now, nothing"
                + " is changed: 409.")
        JsonNullable<Integer> version) {

  static final TodoChange EXAMPLE =
      new TodoChange(
          JsonNullable.of("Buy oat milk"),
          JsonNullable.undefined(),
          JsonNullable.of(true),
          JsonNullable.of(1));
}
