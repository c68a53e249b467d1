package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;

/** A session in a cookie, and the pages that may use it. */
class SessionCookieTest {

  @RegisterExtension static final AuthApi api = AuthApi.shared();

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
  void noForeignPageLogsItsVisitorIn() {
    User user = api.newUser();

    Answer refused =
        logInForACookie(user, api.request("/login").header("Origin", "http://evil.example"));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Set-Cookie")).isEmpty();
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
}
