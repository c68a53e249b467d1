package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void aCookieIsForTheServerAlone() {
    User user = api.newUser();
    Answer login = logInForACookie(user, api.request("/login"));

    assertThat(login.json().get("token").isNull()).isTrue();
    assertThat(login.header("Set-Cookie"))
        .matches(
            "user_auth_session=[A-Za-z0-9_-]{43}; Path=/; Expires=[^;]+; Max-Age=2592000; HttpOnly;"
                + " SameSite=Lax");
    assertThat(api.send(api.request("/me").header("Cookie", cookie(login))).status())
        .isEqualTo(200);

    Answer out =
        api.send(ours(api.request("/logout")).header("Cookie", cookie(login)).POST(nothing()));
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("Set-Cookie"))
        .startsWith("user_auth_session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT;");
    assertThat(api.send(api.request("/me").header("Cookie", cookie(login))).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin, 204",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, none, 403",
    "Origin, OWN, 204",
    "Origin, http://evil.example, 403",
    "Origin, https://127.0.0.1, 403",
    "Origin, null, 403",
    "X-Anything, else, 403",
  })
  void whatACookieChangesMustComeFromAPageOfOurs(String header, String value, int status) {
    User user = api.newUser();
    String cookie = cookie(logInForACookie(user, api.request("/login")));
    String sent = value.equals("OWN") ? "http://127.0.0.1:" + api.port() : value;

    Answer ended =
        api.send(api.request("/sessions").header("Cookie", cookie).header(header, sent).DELETE());

    assertThat(ended.status()).as(ended.body()).isEqualTo(status);
    assertThat(
            api.send(api.request("/todos").header("Cookie", cookie).header(header, sent)).status())
        .as("to read is no danger: no other page may see the answer")
        .isEqualTo(200);
  }

  /** The name of another site can resolve to this machine: that must not make it our origin. */
  @Test
  void aForeignHostIsNoOriginOfOurs() {
    User user = api.newUser();
    String cookie = cookie(logInForACookie(user, api.request("/login")));

    RawAnswer refused =
        RawAnswer.to(
            api.port(),
            """
            DELETE /sessions HTTP/1.1\r
            Host: evil.example\r
            Origin: http://evil.example\r
            Cookie: %s\r
            Connection: close\r
            \r
            """
                .formatted(cookie)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    assertThat(refused.status()).isEqualTo(421);
    assertThat(user.get("/me").status()).isEqualTo(200);
  }

  /** A proxy may have looked at the one, and we at the other. */
  @ParameterizedTest
  @ValueSource(strings = {"Authorization: Bearer x", "Origin: null", "Sec-Fetch-Site: none"})
  void aHeaderThatIsThereTwiceIsRefused(String header) {
    RawAnswer refused =
        RawAnswer.to(
            api.port(),
            """
            DELETE /sessions HTTP/1.1\r
            Host: localhost\r
            Cookie: user_auth_session=x\r
            %s\r
            %s\r
            Connection: close\r
            \r
            """
                .formatted(header, header)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("more than once");
  }

  /** Else a browser would forget the old cookie, and its session would live on for weeks. */
  @Test
  void aLoginEndsTheSessionThatItReplaces() {
    User user = api.newUser();
    User elsewhere = user.again();
    String before = cookie(logInForACookie(user, api.request("/login")));

    String after =
        cookie(logInForACookie(user, ours(api.request("/login")).header("Cookie", before)));

    assertThat(api.send(api.request("/me").header("Cookie", before)).status()).isEqualTo(401);
    assertThat(api.send(api.request("/me").header("Cookie", after)).status()).isEqualTo(200);
    assertThat(elsewhere.get("/me").status()).as("another device").isEqualTo(200);
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

  @Test
  void noForeignPageLogsItsVisitorIn() {
    User user = api.newUser();

    Answer refused =
        logInForACookie(user, api.request("/login").header("Origin", "http://evil.example"));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Set-Cookie")).isEmpty();
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

  @Test
  void aHeaderGoesBeforeACookie() {
    User user = api.newUser();
    String cookie = cookie(logInForACookie(api.newUser(), api.request("/login")));

    assertThat(api.send(user.signed("/me").header("Cookie", cookie)).text("email"))
        .isEqualTo(user.email());
    assertThat(
            api.send(api.request("/me").header("Authorization", "x").header("Cookie", cookie))
                .status())
        .isEqualTo(401);
  }

  static Answer logInForACookie(User user, HttpRequest.Builder request) {
    Map<String, Object> login =
        Map.of("email", user.email(), "password", AuthApi.PASSWORD, "cookie", true);
    return user.api().send(AuthApi.json(request, "POST", login));
  }

  static String cookie(Answer login) {
    String header = login.header("Set-Cookie");
    return header.substring(0, header.indexOf(';'));
  }

  static HttpRequest.Builder ours(HttpRequest.Builder request) {
    return request.header("Sec-Fetch-Site", "same-origin");
  }

  private static HttpRequest.BodyPublisher nothing() {
    return HttpRequest.BodyPublishers.noBody();
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
