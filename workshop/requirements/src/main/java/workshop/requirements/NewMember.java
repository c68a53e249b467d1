package workshop.requirements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a request that adds a member. */
public record NewMember(@NotBlank @Size(max = Email.MAX_LENGTH) String email, Role role) {

  public static final NewMember EXAMPLE = new NewMember("bob@example.org", Role.EDITOR);
}
