package workshop.userauthtodo.account;

import static shareddb.web.doc.Doc.doc;
import static workshop.userauthtodo.session.Access.ANYONE;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.web.Api;
import workshop.userauthtodo.limit.Limits;
import workshop.userauthtodo.password.Passwords;
import workshop.userauthtodo.session.SessionCookie;
import workshop.userauthtodo.session.Sessions;
import workshop.userauthtodo.session.SignIn;
import workshop.userauthtodo.session.Token;

/** The route to log in. */
public final class LoginApi {

  private static final Logger log = LoggerFactory.getLogger(LoginApi.class);

  private final Users users;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Limits limits;
  private final SignIn signIn;
  private final SessionCookie cookie;

  public LoginApi(
      Users users,
      Sessions sessions,
      Passwords passwords,
      Limits limits,
      SignIn signIn,
      SessionCookie cookie) {
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.limits = limits;
    this.signIn = signIn;
    this.cookie = cookie;
  }

  public void routes(Api api) {
    api.post(
        "/login",
        this::login,
        doc("Log in")
            .tag(AccountApi.TAG)
            .notes(
                "With \"cookie\": true the token is in a cookie that no script can read. A session"
                    + " that the request shows ends: the new one replaces it.")
            .takes(Login.EXAMPLE)
            .answers(OpenedSession.class)
            .problem(401, "The email or the password is wrong.")
            .problem(403, "A page of another site sends the request.")
            .problem(429, AccountApi.TOO_OFTEN)
            .problem(503, AccountApi.TOO_BUSY),
        ANYONE);
  }

  private void login(Context ctx) {
    SignIn.refuseOtherPage(ctx);
    Login login = ctx.bodyAsClass(Login.class);
    Optional<Email> email = Email.parse(login.email());
    String account =
        email.map(Email::inLowerCase).orElseGet(() -> login.email().toLowerCase(Locale.ROOT));
    Token token = Token.random();
    Sessions.Opened opened =
        passwords.inTurn(
            account,
            ctx.ip(),
            () -> {
              Limits.Attempt attempt = limits.login(account, ctx.ip());
              Credentials checked = checked(login.password(), email, ctx.ip());
              limits.succeeded(attempt);
              return sessions
                  .open(checked.userId(), checked.passwordChangedAt(), token, device(login, ctx))
                  .orElseThrow(LoginApi::wrong);
            });
    // Else a browser would forget the cookie, and its session would live on for weeks.
    signIn.find(ctx).ifPresent(sessions::end);
    ctx.json(answer(ctx, login, opened, token));
  }

  /** An unknown email costs the same work as a wrong password, and gets the same answer. */
  private Credentials checked(String password, Optional<Email> email, String address) {
    Optional<Credentials> found = email.flatMap(users::credentials);
    boolean matches = passwords.match(password, found.map(Credentials::hash));
    if (found.isEmpty() || !matches) {
      // Not the email: people type their password into that field, too.
      String who = found.map(user -> "user " + user.userId()).orElse("an unknown account");
      log.warn("login failed: {} from {}", who, address);
      throw wrong();
    }
    Credentials credentials = found.get();
    if (passwords.isOutdated(credentials.hash())) {
      // Only now is the password at hand.
      users.rehash(credentials, passwords.hash(password));
    }
    log.info("login: user {} from {}", credentials.userId(), address);
    return credentials;
  }

  private OpenedSession answer(Context ctx, Login login, Sessions.Opened opened, Token token) {
    if (login.cookie().orElse(false)) {
      cookie.set(ctx, token);
      return new OpenedSession(opened.id(), null, opened.expiresAt());
    }
    return new OpenedSession(opened.id(), token.secret(), opened.expiresAt());
  }

  private static @Nullable String device(Login login, Context ctx) {
    String agent = ctx.userAgent();
    if (login.device() != null || agent == null || agent.isBlank()) {
      return login.device();
    }
    // Cut to what the column holds.
    return agent.substring(0, Math.min(agent.length(), Login.MAX_DEVICE));
  }

  private static UnauthorizedResponse wrong() {
    return new UnauthorizedResponse("The email or the password is wrong");
  }
}
