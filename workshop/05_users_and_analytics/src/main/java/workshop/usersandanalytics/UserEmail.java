package workshop.usersandanalytics;

import shareddb.web.ProblemException;
import shareddb.web.Text;

/** What a client says to sign up, and to change it later. */
record UserEmail(@Text(max = Email.MAX_LENGTH, blank = false) String email) {

  /** Throws a problem where it is none. */
  Email parsed() {
    return Email.parse(email)
        .orElseThrow(() -> ProblemException.invalidField("email", "must be an email address"));
  }
}
