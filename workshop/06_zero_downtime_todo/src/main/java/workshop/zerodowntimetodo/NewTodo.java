package workshop.zerodowntimetodo;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a request that adds a todo to version 6 of the API. */
record NewTodo(@NotBlank @Size(max = 255) String summary) {

  static final NewTodo EXAMPLE = new NewTodo("Buy milk");
}
