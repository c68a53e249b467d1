package workshop.usersandanalytics;

import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Routes;
import workshop.usersandanalytics.UserQueries.Changed;

/** The routes of users: analytics may be away, and they do not notice. */
final class UserRoutes {

  private static final Param<Long> ID = Param.path("id", ParamType.id(), "Which user.");
  private static final String UNKNOWN = "There is no user of this id.";
  private static final String TAKEN = "Somebody else has this email.";

  private final UserQueries queries;

  UserRoutes(UserQueries queries) {
    this.queries = queries;
  }

  void declare(Routes routes) {
    routes
        .get("/users", "List users, newest first")
        .answersPages(
            User.class, new Keyset<>(Long.class, User::id), (request, page) -> queries.list(page));
    routes
        .post("/users", "Sign up")
        .fails(ProblemType.CONFLICT, TAKEN)
        .takes(UserEmail.class)
        .creates(User.class, user -> "/users/" + user.id(), this::signUp);
    routes
        .get("/users/{id}", "Show a user")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answers(User.class, request -> queries.find(request.get(ID)).orElseThrow(this::unknown));
    routes
        .patch("/users/{id}", "Change the email")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .fails(ProblemType.CONFLICT, TAKEN)
        .takes(UserEmail.class)
        .answers(User.class, this::change);
    routes
        .delete("/users/{id}", "Leave")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answersNothing(this::leave);
  }

  private User signUp(Request request, UserEmail given) {
    Email email = given.parsed();
    return queries.signUp(email).orElseThrow(() -> taken(email));
  }

  private User change(Request request, UserEmail given) {
    Email email = given.parsed();
    return switch (queries.change(request.get(ID), email)) {
      case Changed.Done(User user) -> user;
      case Changed.Unknown ignored -> throw unknown();
      case Changed.Taken ignored -> throw taken(email);
    };
  }

  private void leave(Request request) {
    if (!queries.leave(request.get(ID))) {
      throw unknown();
    }
  }

  private ProblemException unknown() {
    return ProblemException.of(ProblemType.NOT_FOUND, UNKNOWN);
  }

  private static ProblemException taken(Email email) {
    return ProblemException.of(ProblemType.CONFLICT, "There is a user of the email " + email);
  }
}
