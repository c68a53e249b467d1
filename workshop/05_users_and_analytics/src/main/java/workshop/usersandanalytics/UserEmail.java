package workshop.usersandanalytics;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import shareddb.web.problem.InvalidRequest;

/** The body of a request that signs up, or changes the email later. */
record UserEmail(@NotBlank @Size(max = Email.MAX_LENGTH) String email) {

  static final UserEmail EXAMPLE = new UserEmail("ada@example.org");

  /** Answers 400 where it is no email address. */
  Email parsed() {
    return Email.parse(email)
        .orElseThrow(() -> InvalidRequest.field("email", "must be an email address"));
  }
}
