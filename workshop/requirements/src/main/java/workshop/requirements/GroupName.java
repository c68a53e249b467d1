package workshop.requirements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a request that adds or renames a group. */
public record GroupName(@NotBlank @Size(max = Group.MAX_NAME) String name) {

  public static final GroupName EXAMPLE = new GroupName("Users");
}
