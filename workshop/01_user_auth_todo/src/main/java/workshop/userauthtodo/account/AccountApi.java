package workshop.userauthtodo.account;

import static shareddb.web.doc.Doc.doc;
import static workshop.userauthtodo.session.Access.ANYONE;
import static workshop.userauthtodo.session.Access.SIGNED_IN;
import static workshop.userauthtodo.session.SignIn.signedIn;
import static workshop.userauthtodo.session.SignIn.signedInToChange;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.web.Api;
import shareddb.web.doc.Doc;
import shareddb.web.problem.FieldError;
import shareddb.web.problem.InvalidRequest;
import workshop.userauthtodo.limit.Limits;
import workshop.userauthtodo.password.PasswordRules;
import workshop.userauthtodo.password.Passwords;
import workshop.userauthtodo.session.OwnRows;
import workshop.userauthtodo.session.SessionCookie;
import workshop.userauthtodo.session.SignedIn;

/** The routes of an account: from registering to deleting it. */
public final class AccountApi {

  static final String TAG = "account";
  static final String TOO_OFTEN = "Tried too often; Retry-After says when to try again.";
  static final String TOO_BUSY = "Too many passwords are being checked just now.";

  private static final Logger log = LoggerFactory.getLogger(AccountApi.class);

  private final Users users;
  private final Passwords passwords;
  private final Limits limits;
  private final SessionCookie cookie;

  public AccountApi(Users users, Passwords passwords, Limits limits, SessionCookie cookie) {
    this.users = users;
    this.passwords = passwords;
    this.limits = limits;
    this.cookie = cookie;
  }

  public void routes(Api api) {
    api.post(
        "/register",
        this::register,
        doc("Make an account")
            .tag(TAG)
            .notes(
                "The answer is the same where the email has an account already, so that it does"
                    + " not tell which emails are registered. Then log in.")
            .takes(NewUser.EXAMPLE)
            .accepts()
            .problem(429, TOO_OFTEN)
            .problem(503, TOO_BUSY),
        ANYONE);
    api.get(
        "/me",
        this::show,
        signedIn(doc("Show the user who asks").tag(TAG).answers(Me.class)),
        SIGNED_IN);
    api.post(
        "/me/password",
        this::changePassword,
        signedInToChange(
            withConfirmation(doc("Change the password").tag(TAG))
                .notes("All other sessions end with it.")
                .takes(PasswordChange.EXAMPLE)),
        SIGNED_IN);
    api.post(
        "/me/delete",
        this::delete,
        signedInToChange(
            withConfirmation(doc("Delete the account, with all that belongs to it").tag(TAG))
                .takes(Confirmation.EXAMPLE)),
        SIGNED_IN);
  }

  private static Doc withConfirmation(Doc doc) {
    return doc.problem(403, "The password is wrong.")
        .problem(429, TOO_OFTEN)
        .problem(503, TOO_BUSY);
  }

  /** Takes the same time, and answers the same, where the email has an account already. */
  private void register(Context ctx) {
    NewUser user = ctx.bodyAsClass(NewUser.class);
    Optional<Email> email = Email.parse(user.email());
    List<FieldError> errors = new ArrayList<>();
    if (email.isEmpty()) {
      errors.add(FieldError.ofBody("/email", "is no email address"));
    }
    PasswordRules.fault(user.password(), user.email())
        .ifPresent(fault -> errors.add(FieldError.ofBody("/password", fault)));
    Email valid =
        email.filter(any -> errors.isEmpty()).orElseThrow(() -> InvalidRequest.body(errors));
    inTurn(
        valid.inLowerCase(),
        ctx,
        () -> {
          limits.registration(ctx.ip());
          users.register(valid, passwords.hash(user.password()));
        });
    ctx.status(HttpStatus.ACCEPTED);
  }

  private void show(Context ctx) {
    ctx.json(users.find(SignedIn.user(ctx)).orElseThrow(OwnRows::accountGone));
  }

  private void changePassword(Context ctx) {
    SignedIn user = SignedIn.user(ctx);
    PasswordChange change = ctx.bodyAsClass(PasswordChange.class);
    inTurn(
        String.valueOf(user.userId()),
        ctx,
        () -> {
          Credentials checked = confirmed(ctx, change.currentPassword());
          PasswordRules.fault(change.newPassword(), checked.email())
              .ifPresent(
                  fault -> {
                    throw InvalidRequest.field("new_password", fault);
                  });
          if (!users.changePassword(checked, user, passwords.hash(change.newPassword()))) {
            throw notConfirmed();
          }
        });
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void delete(Context ctx) {
    Confirmation confirmation = ctx.bodyAsClass(Confirmation.class);
    inTurn(
        String.valueOf(SignedIn.user(ctx).userId()),
        ctx,
        () -> {
          if (!users.delete(confirmed(ctx, confirmation.password()))) {
            throw notConfirmed();
          }
        });
    cookie.clear(ctx);
    ctx.status(HttpStatus.NO_CONTENT);
  }

  /** A stolen session must not be enough, and its thief may not guess without end, either. */
  private Credentials confirmed(Context ctx, String password) {
    SignedIn user = SignedIn.user(ctx);
    Limits.Attempt attempt = limits.confirmation(user.userId(), ctx.ip());
    Credentials found = users.credentials(user).orElseThrow(OwnRows::accountGone);
    if (!passwords.match(password, Optional.of(found.hash()))) {
      log.warn("user {} at {} typed a wrong password to confirm", user.userId(), ctx.ip());
      throw notConfirmed();
    }
    limits.giveBack(attempt);
    return found;
  }

  private void inTurn(String account, Context ctx, Runnable work) {
    passwords.inTurn(
        account,
        ctx.ip(),
        () -> {
          work.run();
          return true;
        });
  }

  private static ForbiddenResponse notConfirmed() {
    return new ForbiddenResponse("The password is wrong");
  }
}
