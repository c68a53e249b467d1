package workshop.userauthtodo.account;

import jakarta.validation.constraints.Size;
import workshop.userauthtodo.password.PasswordRules;

/** The body of a request that cannot be undone: the password once more. */
record Confirmation(@Size(max = PasswordRules.MAX_LENGTH) String password) {

  static final Confirmation EXAMPLE = new Confirmation(NewUser.EXAMPLE.password());
}
