package workshop.userauthtodo.account;

import jakarta.validation.constraints.Size;
import workshop.userauthtodo.password.PasswordRules;

/** The body of a request that changes the password. */
record PasswordChange(
    @Size(max = PasswordRules.MAX_LENGTH) String currentPassword,
    @Size(min = PasswordRules.MIN_LENGTH, max = PasswordRules.MAX_LENGTH) String newPassword) {

  static final PasswordChange EXAMPLE =
      new PasswordChange(NewUser.EXAMPLE.password(), "a long walk in the sun");
}
