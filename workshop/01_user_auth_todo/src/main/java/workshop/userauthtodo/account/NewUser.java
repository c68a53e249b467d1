package workshop.userauthtodo.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import workshop.userauthtodo.password.PasswordRules;

/** The body of a request that makes an account. */
record NewUser(
    @NotBlank @Size(max = Email.MAX_LENGTH) String email,
    @Size(min = PasswordRules.MIN_LENGTH, max = PasswordRules.MAX_LENGTH) String password) {

  static final NewUser EXAMPLE = new NewUser("ada@example.org", "a long walk in the rain");
}
