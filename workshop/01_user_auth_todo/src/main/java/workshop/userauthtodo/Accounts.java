package workshop.userauthtodo;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;

/**
 * All that a password is needed for. While one is being hashed no connection to the database is
 * held: that takes longer than all statements together.
 */
final class Accounts {

  /** A login that succeeded. */
  record Opened(Session session, Token token) {}

  private final UserQueries users;
  private final SessionQueries sessions;
  private final Passwords passwords;
  private final Limits limits;

  Accounts(UserQueries users, SessionQueries sessions, Passwords passwords, Limits limits) {
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.limits = limits;
  }

  /** Takes the same time, and says the same, where the email has an account already. */
  void register(NewUser user, String address) {
    Email email =
        Email.parse(user.email())
            .orElseThrow(() -> ProblemException.invalidField("email", "is no email address"));
    check("password", user.password(), email);
    inTurn(
        () -> {
          limits.registration(address);
          users.register(email, passwords.hash(user.password()));
        });
  }

  Opened login(Login login, String address, @Nullable String device) {
    return passwords.inTurn(
        () -> {
          Credentials credentials = identified(login, address);
          Token token = Token.random();
          Session session = sessions.open(credentials, token, device).orElseThrow(Accounts::wrong);
          return new Opened(session, token);
        });
  }

  void changePassword(Who who, PasswordChange change) {
    inTurn(
        () -> {
          Credentials credentials = confirmed(who, change.currentPassword());
          check("new_password", change.newPassword(), credentials.email());
          String hash = passwords.hash(change.newPassword());
          if (!users.changePassword(credentials, who.sessionId(), hash)) {
            throw notConfirmed();
          }
        });
  }

  void delete(Who who, Confirmation confirmation) {
    inTurn(
        () -> {
          if (!users.delete(confirmed(who, confirmation.password()))) {
            throw notConfirmed();
          }
        });
  }

  Me find(Who who) {
    return users.find(who).orElseThrow(OwnRows::accountGone);
  }

  /** Unknown or wrong: the same work, and the same words. */
  private Credentials identified(Login login, String address) {
    Optional<Email> email = Email.parse(login.email());
    String account = email.map(Email::inLowerCase).orElse(login.email().toLowerCase(Locale.ROOT));
    Limits.Attempt attempt = limits.login(account, address);
    Optional<Credentials> found = email.flatMap(users::credentials);
    boolean right = passwords.match(login.password(), found.map(Credentials::hash));
    Credentials credentials = found.filter(any -> right).orElseThrow(Accounts::wrong);
    limits.succeeded(attempt);
    if (passwords.isOutdated(credentials.hash())) {
      // Only now is the password at hand.
      users.rehash(credentials, passwords.hash(login.password()));
    }
    return credentials;
  }

  /** A stolen session must not be enough: and whoever has one may not guess without end, either. */
  private Credentials confirmed(Who who, String password) {
    Limits.Attempt attempt = limits.confirmation(who.userId());
    Credentials credentials = users.credentials(who).orElseThrow(OwnRows::accountGone);
    if (!passwords.match(password, Optional.of(credentials.hash()))) {
      throw notConfirmed();
    }
    limits.giveBack(attempt);
    return credentials;
  }

  private void inTurn(Runnable work) {
    passwords.inTurn(
        () -> {
          work.run();
          return true;
        });
  }

  private static void check(String field, String password, Email email) {
    PasswordRules.complaint(password, email)
        .ifPresent(
            complaint -> {
              throw ProblemException.invalidField(field, complaint);
            });
  }

  private static ProblemException wrong() {
    return ProblemException.unauthenticated("The email or the password is wrong");
  }

  private static ProblemException notConfirmed() {
    return ProblemException.of(ProblemType.FORBIDDEN, "The password is wrong");
  }
}
