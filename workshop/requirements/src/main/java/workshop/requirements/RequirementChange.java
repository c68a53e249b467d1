package workshop.requirements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * The body of a request that changes a requirement. A field that is absent stays as it is; null
 * clears the text or the group.
 */
public record RequirementChange(
    @NotBlank @Size(max = Requirement.MAX_TITLE) JsonNullable<String> title,
    @Size(max = Requirement.MAX_TEXT) JsonNullable<@Nullable String> text,
    JsonNullable<Status> status,
    JsonNullable<Priority> priority,
    @NotBlank @Size(max = Group.MAX_NAME) JsonNullable<@Nullable String> group) {

  public static final RequirementChange EXAMPLE =
      new RequirementChange(
          JsonNullable.undefined(),
          JsonNullable.undefined(),
          JsonNullable.of(Status.DONE),
          JsonNullable.undefined(),
          JsonNullable.undefined());
}
