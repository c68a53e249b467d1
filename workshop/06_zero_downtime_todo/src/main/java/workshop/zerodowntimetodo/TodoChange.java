package workshop.zerodowntimetodo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.openapitools.jackson.nullable.JsonNullable;

/** The body of a request that changes a todo: an absent field stays as it is. */
record TodoChange(
    @NotBlank @Size(max = 255) JsonNullable<String> summary,
    JsonNullable<TodoStatus> status,
    @Min(1) @Max(5) JsonNullable<Short> priority) {

  static final TodoChange EXAMPLE =
      new TodoChange(
          JsonNullable.undefined(), JsonNullable.of(TodoStatus.DOING), JsonNullable.of((short) 1));
}
