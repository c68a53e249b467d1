package workshop.zerodowntimetodo;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.openapitools.jackson.nullable.JsonNullable;

/** The body of a request that changes a todo in version 4 of the API. */
record OldTodoChange(
    @NotBlank @Size(max = 255) JsonNullable<String> title, JsonNullable<Boolean> isCompleted) {

  static final OldTodoChange EXAMPLE =
      new OldTodoChange(JsonNullable.undefined(), JsonNullable.of(true));
}
