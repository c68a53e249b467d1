package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import shareddb.webtesting.RunningApi;
import workshop.userauthtodo.password.HashingCost;

/** From registering to deleting the account. */
class AccountsTest {

  @RegisterExtension static final AuthApi api = AuthApi.shared();

  @Test
  void whoRegistersCanLogInAndIsThemself() {
    assertThat(api.register("ada@example.org", AuthApi.PASSWORD).status()).isEqualTo(202);

    User ada = api.logIn("ada@example.org", AuthApi.PASSWORD);

    assertThat(ada.get("/me").text("email")).isEqualTo("ada@example.org");
  }

  @Test
  void anEmailIsOneAccountHoweverItIsWritten() throws SQLException {
    api.register("Grace@Example.org", AuthApi.PASSWORD);

    Answer again = api.register(" grace@EXAMPLE.ORG ", "another long password");

    assertThat(again.status()).as("it does not tell").isEqualTo(202);
    assertThat(again.body()).isEmpty();
    assertThat(api.value("SELECT count(*) FROM users WHERE email ILIKE 'grace@%'")).isEqualTo("1");
    assertThat(api.tryLogIn("GRACE@example.org", AuthApi.PASSWORD).status()).isEqualTo(200);
    assertThat(api.tryLogIn("grace@example.org", "another long password").status()).isEqualTo(401);
  }

  @Test
  void nobodyLearnsWhetherAnEmailIsRegistered() {
    User known = api.newUser();

    Answer wrongPassword = api.tryLogIn(known.email(), "not the password at all");
    Answer unknownUser = api.tryLogIn("nobody@example.org", "not the password at all");

    assertThat(wrongPassword.status()).isEqualTo(401);
    assertThat(unknownUser.body()).isEqualTo(wrongPassword.body());
    assertThat(names(unknownUser)).isEqualTo(names(wrongPassword));
    assertThat(names(api.register(known.email(), AuthApi.PASSWORD)))
        .isEqualTo(names(api.register("new@example.org", AuthApi.PASSWORD)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "too short",
        "elevenchars",
        "Password1234",
        "QWERTYUIOPASDF",
        "aaaaaaaaaaaaaaaa",
        "long.name@example.org",
        "correct horse battery staple",
        "ｐａｓｓｗｏｒｄ１２３４"
      })
  void passwordsThatAreGuessedFirst(String password) {
    Answer refused = api.register("long.name@example.org", password);

    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.json().get("errors").get(0).get("pointer").asString())
        .isEqualTo("#/password");
  }

  @Test
  void passwordsNeedNoDigitsOrSignsAndMayBeLong() {
    assertThat(api.register("p1@example.org", "nothingbutletters").status()).isEqualTo(202);
    assertThat(api.register("p2@example.org", "üä".repeat(64)).status()).isEqualTo(202);
    assertThat(api.tryLogIn("p2@example.org", "üä".repeat(64)).status()).isEqualTo(200);
    assertThat(api.register("p3@example.org", "üä".repeat(64) + "x").status()).isEqualTo(400);
  }

  @Test
  void changingThePasswordEndsAllOtherSessions() {
    User user = api.newUser();
    User elsewhere = user.again();
    String other = "a new one that is long";

    assertThat(change(user, "not the current one", other).status()).isEqualTo(403);
    assertThat(change(user, AuthApi.PASSWORD, "password1234").status()).isEqualTo(400);
    assertThat(elsewhere.get("/me").status()).isEqualTo(200);
    assertThat(change(user, AuthApi.PASSWORD, other).status()).isEqualTo(204);

    assertThat(user.get("/me").status()).isEqualTo(200);
    assertThat(elsewhere.get("/me").status()).isEqualTo(401);
    assertThat(api.tryLogIn(user.email(), AuthApi.PASSWORD).status()).isEqualTo(401);
    assertThat(api.tryLogIn(user.email(), other).status()).isEqualTo(200);
  }

  /** Logins with the old password that are under way while it changes open no session. */
  @Test
  void noLoginOutrunsAChangeOfThePassword() throws Exception {
    User user = api.newUser();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> login = () -> api.tryLogIn(user.email(), AuthApi.PASSWORD).status();
      Callable<Integer> change =
          () -> change(user, AuthApi.PASSWORD, "a new one that is long").status();
      threads.invokeAll(List.of(login, login, change, login, login, login, login));
    }

    assertThat(user.get("/sessions").json().get("items")).hasSize(1);
  }

  @Test
  void deletingTheAccountDeletesAllThatBelongsToIt() throws SQLException {
    User user = api.newUser();
    long id = user.id();
    user.add("what is left behind?");
    User elsewhere = user.again();

    assertThat(user.post("/me/delete", Map.of("password", "not the password")).status())
        .isEqualTo(403);
    assertThat(user.post("/me/delete", Map.of("password", AuthApi.PASSWORD)).status())
        .isEqualTo(204);

    assertThat(user.get("/me").status()).isEqualTo(401);
    assertThat(elsewhere.get("/todos").status()).isEqualTo(401);
    assertThat(api.tryLogIn(user.email(), AuthApi.PASSWORD).status()).isEqualTo(401);
    assertThat(
            api.value(
                """
                SELECT (SELECT count(*) FROM todos WHERE user_id = %1$d)
                     + (SELECT count(*) FROM sessions WHERE user_id = %1$d)
                """
                    .formatted(id)))
        .isEqualTo("0");
  }

  /** Its session was found a moment before it was deleted. */
  @Test
  void noRequestOutrunsTheEndOfTheAccount() throws Exception {
    for (int i = 0; i < 5; i++) {
      User user = api.newUser();
      Callable<Integer> add = () -> user.post("/todos", Map.of("title", "late")).status();
      Callable<Integer> delete =
          () -> user.post("/me/delete", Map.of("password", AuthApi.PASSWORD)).status();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        assertThat(threads.invokeAll(List.of(add, add, delete, add, add, add, add, add)))
            .extracting(Future::resultNow)
            .allMatch(status -> Set.of(201, 204, 401).contains(status));
      }
    }
  }

  @Test
  void aLoginHashesAnewWhenTheParametersWereRaised() throws SQLException {
    User user = api.newUser();
    String hash = "SELECT password_hash FROM users WHERE email = '" + user.email() + "'";
    assertThat(api.value(hash)).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    Rules raised = AuthApi.unlimited(new HashingCost(128, 2, 1));

    try (RunningApi running = api.serve(raised, false)) {
      Answer login =
          api.send(
              AuthApi.json(
                  AuthApi.request(running.port(), "/login"),
                  "POST",
                  Map.of("email", user.email(), "password", AuthApi.PASSWORD)));
      assertThat(login.status()).isEqualTo(200);
    }

    assertThat(api.value(hash)).startsWith("$argon2id$v=19$m=128,t=2,p=1$");
    assertThat(user.get("/me").status()).as("the password is the same").isEqualTo(200);
    api.logIn(user.email(), AuthApi.PASSWORD);
    assertThat(api.value(hash)).as("it is never lowered").contains("m=128");
  }

  private static Answer change(User user, String from, String to) {
    return user.post("/me/password", Map.of("current_password", from, "new_password", to));
  }

  private static List<String> names(Answer answer) {
    return List.copyOf(answer.response().headers().map().keySet());
  }
}
