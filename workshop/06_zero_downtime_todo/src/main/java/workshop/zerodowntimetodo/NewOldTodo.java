package workshop.zerodowntimetodo;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a request that adds a todo to version 4 of the API. */
record NewOldTodo(@NotBlank @Size(max = 255) String title) {

  static final NewOldTodo EXAMPLE = new NewOldTodo("Buy milk");
}
