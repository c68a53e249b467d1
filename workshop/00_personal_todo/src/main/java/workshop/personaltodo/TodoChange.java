package workshop.personaltodo;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** The body of a request that changes a todo: {@code JsonNullable} tells absent from null. */
record TodoChange(
    @NotBlank @Size(max = 255) JsonNullable<String> title,
    @Size(max = 10_000) JsonNullable<@Nullable String> description,
    JsonNullable<Boolean> isCompleted) {

  static final TodoChange EXAMPLE =
      new TodoChange(
          JsonNullable.of("Buy oat milk"), JsonNullable.undefined(), JsonNullable.of(true));
}
