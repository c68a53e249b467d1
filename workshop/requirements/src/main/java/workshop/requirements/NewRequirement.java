package workshop.requirements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** The body of a request that adds a requirement. */
public record NewRequirement(
    @NotBlank @Size(max = Requirement.MAX_TITLE) String title,
    @Size(max = Requirement.MAX_TEXT) @Nullable String text,
    JsonNullable<Status> status,
    JsonNullable<Priority> priority,
    @NotBlank @Size(max = Group.MAX_NAME) @Nullable String group) {

  public static final NewRequirement EXAMPLE =
      new NewRequirement(
          "Log in by email",
          "Upper and lower case make no difference.",
          JsonNullable.of(Status.APPROVED),
          JsonNullable.of(Priority.HIGH),
          null);
}
