package workshop.requirementssharedschema;

import java.util.List;
import shareddb.web.Caller;
import shareddb.web.Guard;
import shareddb.web.ProblemException;
import shareddb.web.SecurityScheme;
import workshop.requirements.Email;

/**
 * Takes the caller's word for who they are: this lesson is about what they may see then. Module 01
 * shows how a login makes sure of it; behind a proxy that does, the header is what it passes on.
 */
final class UserGuard implements Guard<Email> {

  private static final String HEADER = "X-User";

  @Override
  public Email admit(Caller caller) {
    return caller
        .header(HEADER)
        .flatMap(Email::parse)
        .orElseThrow(
            () ->
                ProblemException.unauthenticated(
                    HEADER, "Say who asks: " + HEADER + ": ada@example.org"));
  }

  @Override
  public List<SecurityScheme> schemes() {
    return List.of(SecurityScheme.header(HEADER, "The email of who asks."));
  }
}
