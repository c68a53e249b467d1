package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import tools.jackson.databind.JsonNode;

/** How long a session lives, who may end it, and how it is proved. */
class SessionsTest {

  @RegisterExtension static final AuthApi api = AuthApi.shared();

  @Test
  void onlyTheHashOfATokenIsStored() throws SQLException {
    User user = api.newUser();

    assertThat(user.token()).matches("[A-Za-z0-9_-]{43}");
    assertThat(
            api.value(
                "SELECT encode(token_hash, 'hex') = encode(sha256('%s'), 'hex') FROM sessions WHERE id = %d"
                    .formatted(user.token(), user.session())))
        .isEqualTo("t");
    assertThat(
            api.value(
                "SELECT count(*) FROM sessions WHERE sessions::text LIKE '%" + user.token() + "%'"))
        .isEqualTo("0");
  }

  @Test
  void aSessionThatIsUsedLivesOnUntilItsEnd() throws SQLException {
    User user = api.newUser();
    String left =
        "SELECT round(extract(epoch FROM expires_at - now()) / 3600) FROM sessions WHERE id = "
            + user.session();

    age(user, "expires_at = now() + interval '1 hour'");
    user.get("/me");
    assertThat(api.value(left)).as("idle: seven days anew").isEqualTo("168");

    age(user, "expires_at = now() + interval '1 hour', ends_at = now() + interval '3 hours'");
    user.get("/me");
    assertThat(api.value(left)).as("never beyond its end").isEqualTo("3");

    age(user, "expires_at = now() - interval '1 second'");
    assertThat(user.get("/me").status()).isEqualTo(401);
    assertThat(user.again().get("/sessions").json().get("items"))
        .as("it is in no list, though not yet cleared away")
        .hasSize(1);
  }

  @Test
  void whenItWasLastSeenIsWrittenOnceAMinute() throws SQLException {
    User user = api.newUser();
    String seen = "SELECT last_seen_at FROM sessions WHERE id = " + user.session();
    String first = api.value(seen);

    user.get("/me");
    assertThat(api.value(seen)).isEqualTo(first);

    age(user, "expires_at = expires_at - interval '1 hour'");
    user.get("/me");
    assertThat(
            api.value(
                "SELECT last_seen_at > now() - interval '1 minute' FROM sessions WHERE id = "
                    + user.session()))
        .isEqualTo("t");
  }

  @Test
  void theListTellsSessionsApart() {
    User user = api.newUser();
    Map<String, Object> login =
        Map.of("email", user.email(), "password", AuthApi.PASSWORD, "device", "my phone");
    api.post("/login", login);

    JsonNode sessions = user.get("/sessions").json().get("items");

    assertThat(sessions).hasSize(2);
    assertThat(sessions.get(0).get("device").asString()).isEqualTo("my phone");
    assertThat(sessions.get(0).get("is_current").asBoolean()).isFalse();
    assertThat(sessions.get(1).get("device").asString()).startsWith("Java-http-client");
    assertThat(sessions.get(1).get("is_current").asBoolean()).isTrue();
    assertThat(sessions.toString()).doesNotContain("token");
  }

  @Test
  void oneOrAllOthersCanBeRevoked() {
    User user = api.newUser();
    User phone = user.again();
    User tablet = user.again();
    User laptop = user.again();

    assertThat(user.delete("/sessions/" + phone.session()).status()).isEqualTo(204);
    assertThat(phone.get("/me").status()).isEqualTo(401);
    assertThat(tablet.get("/me").status()).isEqualTo(200);
    assertThat(user.delete("/sessions/" + phone.session()).status()).isEqualTo(404);

    assertThat(user.delete("/sessions").status()).isEqualTo(204);
    assertThat(tablet.get("/me").status()).isEqualTo(401);
    assertThat(laptop.get("/me").status()).isEqualTo(401);
    assertThat(user.get("/me").status()).isEqualTo(200);
  }

  @Test
  void loggingOutEndsThisSessionAlone() {
    User user = api.newUser();
    User elsewhere = user.again();

    assertThat(user.post("/logout").status()).isEqualTo(204);

    assertThat(user.get("/me").status()).isEqualTo(401);
    assertThat(elsewhere.get("/me").status()).isEqualTo(200);
  }

  @Test
  void aLoginThatFailsEndsNoSession() {
    User user = api.newUser();

    Answer failed =
        api.send(
            AuthApi.json(
                user.signed("/login"), "POST", Map.of("email", user.email(), "password", "wrong")));

    assertThat(failed.status()).isEqualTo(401);
    assertThat(user.get("/me").status()).isEqualTo(200);
  }

  @Test
  void anAccountHasTwentySessionsAndTheOldestEnds() {
    User oldest = api.newUser();
    User second = oldest.again();
    for (int i = 0; i < 19; i++) {
      oldest.again();
    }

    assertThat(oldest.get("/me").status()).isEqualTo(401);
    assertThat(second.get("/sessions").json().get("items")).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer x",
        "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Basic YWRhOmFkYQ==",
        "Bearer ' OR 1=1 --"
      })
  void whatIsNoTokenIsNoSession(String header) {
    Answer refused = api.send(api.request("/me").header("Authorization", header));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(refused.body()).doesNotContain("AAAA", "OR 1=1");
  }

  /** Makes a session older than it is, and last seen an hour ago. */
  private static void age(User user, String values) throws SQLException {
    api.sql(
        "UPDATE sessions SET last_seen_at = now() - interval '1 hour', "
            + values
            + " WHERE id = "
            + user.session());
  }
}
