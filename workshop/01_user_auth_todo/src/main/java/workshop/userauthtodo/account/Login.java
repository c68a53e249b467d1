package workshop.userauthtodo.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import workshop.userauthtodo.password.PasswordRules;

/** The body of a request to log in. */
record Login(
    @Size(max = Email.MAX_LENGTH) String email,
    @Size(max = PasswordRules.MAX_LENGTH) String password,
    @JsonPropertyDescription(
            "Whether the token is to be in a cookie, for browsers: then the answer does not show"
                + " it.")
        JsonNullable<Boolean> cookie,
    @JsonPropertyDescription("A name for the list of sessions; else the User-Agent of the request.")
        @Size(max = MAX_DEVICE)
        @Nullable String device) {

  static final int MAX_DEVICE = 200;

  static final Login EXAMPLE =
      new Login(
          NewUser.EXAMPLE.email(), NewUser.EXAMPLE.password(), JsonNullable.of(true), "my laptop");
}
