package workshop.userauthtodo;

import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Routes;

/** The routes of an account: from registering to deleting it. */
final class AccountRoutes {

  private static final String TOO_OFTEN = "Tried too often; Retry-After says when to try again.";
  private static final String TOO_BUSY = "Too many passwords are being checked just now.";
  private static final String WRONG = "The password is wrong.";

  private final Accounts accounts;
  private final SessionGuard guard;

  AccountRoutes(Accounts accounts, SessionGuard guard) {
    this.accounts = accounts;
    this.guard = guard;
  }

  void declare(Routes routes) {
    routes
        .post("/register", "Make an account")
        .notes(
            "The answer is the same where the email has one already, so that nobody learns who is"
                + " registered. Then log in.")
        .fails(ProblemType.TOO_MANY_REQUESTS, TOO_OFTEN)
        .fails(ProblemType.OVERLOADED, TOO_BUSY)
        .takes(NewUser.class)
        .accepts((request, user) -> accounts.register(user, request.caller().address()));
    routes
        .get("/me", "Show who is asking")
        .guardedBy(guard)
        .answers(Me.class, request -> accounts.find(request.get(guard)));
    routes
        .post("/me/password", "Change the password")
        .notes("All other sessions end with it.")
        .guardedBy(guard)
        .fails(ProblemType.FORBIDDEN, WRONG + " Or: " + SessionGuard.FOREIGN_PAGE)
        .fails(ProblemType.TOO_MANY_REQUESTS, TOO_OFTEN)
        .fails(ProblemType.OVERLOADED, TOO_BUSY)
        .takes(PasswordChange.class)
        .answersNothing((request, change) -> accounts.changePassword(request.get(guard), change));
    routes
        .post("/me/delete", "Delete the account, with all that belongs to it")
        .guardedBy(guard)
        .fails(ProblemType.FORBIDDEN, WRONG + " Or: " + SessionGuard.FOREIGN_PAGE)
        .fails(ProblemType.TOO_MANY_REQUESTS, TOO_OFTEN)
        .fails(ProblemType.OVERLOADED, TOO_BUSY)
        .takes(Confirmation.class)
        .answersNothing(this::delete);
  }

  private void delete(Request request, Confirmation confirmation) {
    accounts.delete(request.get(guard), confirmation);
    request.set(guard.noCookie());
  }
}
