package workshop.userauthtodo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import shareddb.web.json.Json;

/** Makes up requests as an attacker would send them. */
final class Hostile {

  static final String OWN_PASSWORD = "the password of the fuzz";

  private static final List<String> ROUTES =
      List.of(
          "POST /register",
          "POST /login",
          "POST /logout",
          "GET /me",
          "POST /me/password",
          "POST /me/delete",
          "GET /sessions",
          "DELETE /sessions",
          "DELETE /sessions/{}",
          "GET /todos",
          "POST /todos",
          "GET /todos/{}",
          "PATCH /todos/{}",
          "DELETE /todos/{}",
          "POST /todos/{}/restore",
          "PUT /todos/{}",
          "OPTIONS /todos",
          "TRACE /me",
          "GET /{}",
          "HEAD /todos",
          "GET /todos?{}={}",
          "GET /todos?cursor={}",
          "GET /todos?search={}");

  private final Random random;
  private final String ownToken;
  private final List<String> tokens;

  Hostile(Random random, User victim) {
    this.random = random;
    this.ownToken = victim.api().newUser().token();
    this.tokens =
        List.of(
            "",
            victim.token().substring(1),
            victim.token() + "=",
            victim.token().replace('-', '+') + "x",
            "x".repeat(43),
            "x".repeat(5000),
            victim.api().newUser().token());
  }

  byte[] request() {
    return random.nextBoolean() ? wild() : nearlyRight();
  }

  /** It gets past the guard, and with luck into the database. */
  private byte[] nearlyRight() {
    String[] route = one(ROUTES).split(" ", 2);
    // No session's: the ones that there are this test itself needs.
    int id = route[1].startsWith("/sessions") ? 1_000_000 : 1 + random.nextInt(100);
    String path = route[1].replace("{}", String.valueOf(id));
    String head =
        route[0]
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + (path.equals("/logout") ? tokens.getLast() : ownToken)
            + "\r\nContent-Type: application/json\r\n";
    boolean takesBody = route[0].equals("POST") || route[0].equals("PATCH");
    return whole(head, takesBody ? plausible(path) : "");
  }

  private byte[] wild() {
    String[] route = one(ROUTES).split(" ", 2);
    String path = route[1];
    while (path.contains("{}")) {
      path = path.replaceFirst("\\{}", java.util.regex.Matcher.quoteReplacement(inUrl(text())));
    }
    StringBuilder head = new StringBuilder(route[0] + " " + path + " HTTP/1.1\r\n");
    head.append("Host: ").append(rarely() ? inHeader(text()) : "localhost").append("\r\n");
    credentials(head);
    tricks(head);
    String body = rarely() ? "" : body();
    head.append("Content-Type: ").append(rarely() ? "text/plain" : "application/json");
    return whole(head.append("\r\n").toString(), body);
  }

  private static byte[] whole(String head, String body) {
    int length = body.getBytes(UTF_8).length;
    return (head + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n" + body)
        .getBytes(UTF_8);
  }

  private void credentials(StringBuilder head) {
    String token = random.nextBoolean() ? tokens.getLast() : one(tokens);
    switch (random.nextInt(4)) {
      case 0 -> head.append("Cookie: user_auth_session=").append(token).append("\r\n");
      case 1 -> head.append("Cookie: ").append(inHeader(text())).append('=').append("\r\n");
      case 2 -> head.append("Authorization: Bearer ").append(token).append("\r\n");
      default -> head.append("Authorization: ").append(inHeader(text())).append("\r\n");
    }
  }

  private void tricks(StringBuilder head) {
    for (String name :
        List.of(
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "X-Forwarded-Host",
            "Origin",
            "Sec-Fetch-Site",
            "User-Agent",
            "Accept",
            "X-Original-URL")) {
      if (random.nextInt(6) == 0) {
        head.append(name).append(": ").append(inHeader(text())).append("\r\n");
      }
    }
    if (random.nextInt(3) > 0) {
      head.append("Sec-Fetch-Site: same-origin\r\n");
    }
  }

  private String body() {
    if (rarely()) {
      return one(
          List.of("{", "[", "[[[[".repeat(3000), "null", "\"\\ud800\"", "{\"a\":1,\"a\":2}"));
    }
    StringBuilder body = new StringBuilder("{");
    for (int i = random.nextInt(4); i >= 0; i--) {
      body.append(Json.mapper().writeValueAsString(one(HostileTexts.NAMES)))
          .append(':')
          .append(random.nextInt(4) == 0 ? "[1]" : quoted(text()))
          .append(i == 0 ? "" : ",");
    }
    return body.append('}').toString();
  }

  private String plausible(String path) {
    String email = "fuzz" + random.nextInt(20) + "@example.org";
    String password = rarely() ? quoted(text()) : quoted(OWN_PASSWORD);
    return switch (path) {
      case "/register" -> "{\"email\":\"" + email + "\",\"password\":" + password + "}";
      case "/login" ->
          "{\"email\":\"%s\",\"password\":%s,\"device\":%s}"
              .formatted(email, password, quoted(text()));
      case "/me/password" ->
          "{\"current_password\":" + password + ",\"new_password\":" + password + "}";
      case "/me/delete" -> "{\"password\":" + password + "}";
      default -> "{\"title\":" + quoted(text()) + ",\"description\":" + quoted(text()) + "}";
    };
  }

  /** As JSON, with half pairs as escapes, which a writer would refuse to write. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
    return json.append('"').toString();
  }

  private String text() {
    return random.nextInt(8) == 0 ? noise() : one(HostileTexts.VALUES);
  }

  private String noise() {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      noise.append((char) random.nextInt(0x3000));
    }
    return noise.toString();
  }

  /** Half of the time as it should be, else as it is but for what would end the line. */
  private String inUrl(String text) {
    return random.nextBoolean()
        ? java.net.URLEncoder.encode(text, UTF_8)
        : text.replaceAll("[\\s\\u0000-\\u0020]", "");
  }

  private static String inHeader(String text) {
    return text.replaceAll("[\\r\\n]", "");
  }

  private boolean rarely() {
    return random.nextInt(10) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
