package workshop.@package@;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a request that adds a note. */
record NewNote(@NotBlank @Size(max = 500) String body) {

  static final NewNote EXAMPLE = new NewNote("Water the plants");
}
