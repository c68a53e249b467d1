package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import shareddb.webtesting.RunningApi;
import workshop.userauthtodo.limit.LimitRules;
import workshop.userauthtodo.session.SessionRules;

/** Guessing is held off, and the owner of the account can still log in. */
class LimitsTest {

  private static final int PER_ACCOUNT = 5;
  private static final int PER_ADDRESS = 20;
  private static final String WRONG = "not the password at all";

  private static final Rules RULES =
      new Rules(
          AuthApi.CHEAP,
          SessionRules.STANDARD,
          new LimitRules(Duration.ofMinutes(15), PER_ACCOUNT, PER_ADDRESS, 3));

  @RegisterExtension static final AuthApi api = new AuthApi(AuthApi.UNLIMITED);

  /** Behind a proxy that says who the client is: so one test has many addresses. */
  private static RunningApi limited;

  @BeforeAll
  static void serveBehindAProxy() {
    limited = api.serve(RULES, true);
  }

  @AfterAll
  static void stop() {
    limited.close();
  }

  @BeforeEach
  void beginAnew() throws SQLException {
    api.sql("TRUNCATE login_limits, login_places");
  }

  @Test
  void anAccountIsGuessedAtAFewTimesOnlyFromWhereverItIs() {
    User user = api.newUser();
    for (int i = 0; i < PER_ACCOUNT; i++) {
      assertThat(logIn(user.email(), WRONG, "203.0.113." + i).status()).isEqualTo(401);
    }

    Answer refused = logIn(user.email(), WRONG, "203.0.113.99");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(890, 900);
    assertThat(logIn(user.email(), AuthApi.PASSWORD, "203.0.113.99").status())
        .as("the right one would tell that it is right")
        .isEqualTo(429);
    assertThat(
            logIn(user.email().toUpperCase(java.util.Locale.ROOT), WRONG, "203.0.113.98").status())
        .as("another spelling is the same account")
        .isEqualTo(429);
  }

  @Test
  void anAccountThatDoesNotExistIsHeldOffInTheSameWay() throws SQLException {
    for (int i = 0; i < PER_ACCOUNT; i++) {
      assertThat(logIn("nobody@example.org", WRONG, "203.0.113." + i).status()).isEqualTo(401);
    }
    assertThat(logIn("nobody@example.org", WRONG, "203.0.113.99").status()).isEqualTo(429);
    assertThat(api.value("SELECT kind FROM login_limits WHERE tries = 6")).isEqualTo("strangers");
  }

  @Test
  void theOwnerComesInFromAKnownPlaceWhateverStrangersDo() throws SQLException {
    User user = api.newUser();
    assertThat(logIn(user.email(), AuthApi.PASSWORD, "198.51.100.7").status()).isEqualTo(200);
    for (int i = 0; i < PER_ACCOUNT * 3; i++) {
      logIn(user.email(), WRONG, "203.0.113." + i);
    }

    assertThat(logIn(user.email(), AuthApi.PASSWORD, "203.0.113.200").status()).isEqualTo(429);
    assertThat(logIn(user.email(), AuthApi.PASSWORD, "198.51.100.7").status()).isEqualTo(200);

    api.sql("UPDATE login_limits SET ends_at = now()");
    assertThat(logIn(user.email(), AuthApi.PASSWORD, "203.0.113.200").status())
        .as("from a new place as soon as the time is up: trying more did not put that off")
        .isEqualTo(200);
  }

  @Test
  void anAddressThatTriesManyAccountsIsHeldOff() {
    User neighbour = api.newUser();
    logIn(neighbour.email(), AuthApi.PASSWORD, "203.0.113.5");
    for (int i = 0; i < PER_ADDRESS; i++) {
      assertThat(logIn("guess" + i + "@example.org", WRONG, "203.0.113.5").status()).isEqualTo(401);
    }

    assertThat(logIn("another@example.org", WRONG, "203.0.113.5").status()).isEqualTo(429);
    assertThat(logIn("another@example.org", WRONG, "203.0.113.6").status()).isEqualTo(401);
    assertThat(logIn(neighbour.email(), AuthApi.PASSWORD, "203.0.113.5").status())
        .as("who has logged in from there before still can")
        .isEqualTo(200);
  }

  @Test
  void manyAtOnceAreNotOne() throws Exception {
    User user = api.newUser();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> guess = () -> logIn(user.email(), WRONG, "203.0.113.1").status();
      List<Integer> statuses =
          threads.invokeAll(java.util.Collections.nCopies(10, guess)).stream()
              .map(Future::resultNow)
              .toList();

      assertThat(statuses).filteredOn(status -> status == 401).hasSize(PER_ACCOUNT);
      assertThat(statuses).filteredOn(status -> status == 429).hasSize(10 - PER_ACCOUNT);
    }
  }

  @Test
  void whoLogsInOftenIsNotHeldOff() {
    User user = api.newUser();
    for (int i = 0; i < PER_ADDRESS * 2; i++) {
      assertThat(logIn(user.email(), AuthApi.PASSWORD, "198.51.100.8").status()).isEqualTo(200);
    }
  }

  @Test
  void accountsAreMadeAFewAtATime() {
    for (int i = 0; i < 3; i++) {
      assertThat(register("r" + i + "@example.org").status()).isEqualTo(202);
    }
    assertThat(register("r4@example.org").status()).isEqualTo(429);
  }

  /** A stolen session does not help to guess the password, either. */
  @Test
  void confirmingIsHeldOffToo() {
    User user = api.newUser();
    for (int i = 0; i < PER_ACCOUNT; i++) {
      assertThat(delete(user).status()).isEqualTo(403);
    }
    assertThat(delete(user).status()).isEqualTo(429);
  }

  /** Without a proxy anybody can write this header: then it says nothing. */
  @Test
  void nobodyChoosesTheirAddress() throws SQLException {
    try (RunningApi direct = api.serve(RULES, false)) {
      for (int i = 0; i < PER_ADDRESS; i++) {
        logIn(direct, "user" + i + "@example.org", WRONG, "203.0.113." + i);
      }
      assertThat(logIn(direct, "more@example.org", WRONG, "203.0.113.77").status()).isEqualTo(429);
    }
  }

  @Test
  void theCookieIsSecureBehindTls() {
    User user = api.newUser();
    HttpRequest.Builder login =
        AuthApi.request(limited.port(), "/login").header("X-Forwarded-Proto", "https");

    Answer answer = SessionCookieTest.logInForACookie(user, login);
    String cookie = answer.header("Set-Cookie");

    assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");

    assertThat(cookie)
        .startsWith("__Host-user_auth_session=")
        .contains("; Path=/;")
        .endsWith("; Secure; HttpOnly; SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(me(cookie.substring(0, cookie.indexOf(';')))).isEqualTo(200);
    assertThat(me(cookie.substring("__Host-".length(), cookie.indexOf(';'))))
        .as("without the prefix it may have been set by a sibling domain")
        .isEqualTo(401);
  }

  private static int me(String cookie) {
    return api.send(
            AuthApi.request(limited.port(), "/me")
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", cookie))
        .status();
  }

  private static Answer logIn(String email, String password, String address) {
    return logIn(limited, email, password, address);
  }

  private static Answer logIn(RunningApi server, String email, String password, String address) {
    return post(server, "/login", Map.of("email", email, "password", password), address);
  }

  private static Answer register(String email) {
    return post(
        limited, "/register", Map.of("email", email, "password", AuthApi.PASSWORD), "203.0.113.44");
  }

  private static Answer delete(User user) {
    return api.send(
        AuthApi.json(
            AuthApi.request(limited.port(), "/me/delete")
                .header("Authorization", "Bearer " + user.token()),
            "POST",
            Map.of("password", WRONG)));
  }

  private static Answer post(RunningApi server, String path, Object body, String address) {
    return api.send(
        AuthApi.json(
            AuthApi.request(server.port(), path).header("X-Forwarded-For", address), "POST", body));
  }
}
