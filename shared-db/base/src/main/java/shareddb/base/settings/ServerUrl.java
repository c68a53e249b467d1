package shareddb.base.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.DatabaseName;

/**
 * The value of {@code POSTGRES_URL}, in the form of JDBC or psql: {@code
 * [jdbc:]postgresql://[user[:password]@]host[:port][/database][?name=value&…]}.
 */
record ServerUrl(
    String host,
    Optional<Integer> port,
    Optional<DatabaseName> database,
    Optional<String> user,
    Optional<String> password,
    Map<String, String> parameters) {

  private static final String FORM =
      "it must look like postgresql://user:password@host:5432/database";

  /**
   * Throws {@link IllegalArgumentException} for an invalid text. Its message never repeats the
   * text.
   */
  static ServerUrl parse(String text) {
    URI uri = uri(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
    String scheme = uri.getScheme();
    if (!"postgresql".equals(scheme) && !"postgres".equals(scheme)) {
      throw new IllegalArgumentException(FORM);
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(FORM + " (no host found in it)");
    }
    Map<String, String> parameters = new HashMap<>(parameters(uri.getRawQuery()));
    Optional<String> user = first(parameters.remove("user"), part(uri.getRawUserInfo(), 0));
    Optional<String> password = first(parameters.remove("password"), part(uri.getRawUserInfo(), 1));
    return new ServerUrl(
        uri.getHost().replaceAll("^\\[|]$", ""),
        port(uri.getPort()),
        Optional.ofNullable(uri.getRawPath())
            .map(path -> decoded(path.replaceFirst("^/", "")))
            .filter(name -> !name.isEmpty())
            .map(DatabaseName::new),
        user,
        password,
        parameters);
  }

  /** The login that the address names; it must name a database and a user. */
  Login login() {
    return new Login(
        host,
        port.orElse(5432),
        database.orElseThrow(() -> new IllegalArgumentException(FORM + " (no database in it)")),
        user.orElseThrow(() -> new IllegalArgumentException(FORM + " (no user in it)")),
        new Secret(password.orElse("")),
        parameters);
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // The cause is left out, because its message repeats the text with the password.
      throw new IllegalArgumentException(FORM + "; other characters are written as %XX");
    }
  }

  private static Optional<Integer> port(int port) {
    if (port == 0 || port > 65_535) {
      throw new IllegalArgumentException(port + " is not a port: 1 to 65535");
    }
    return port < 0 ? Optional.empty() : Optional.of(port);
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(FORM + ", and its parameters like name=value");
      }
      parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return parameters;
  }

  private static Optional<String> part(@Nullable String userInfo, int index) {
    String[] parts = userInfo == null ? new String[0] : userInfo.split(":", 2);
    return index < parts.length ? Optional.of(decoded(parts[index])) : Optional.empty();
  }

  private static Optional<String> first(@Nullable String parameter, Optional<String> otherwise) {
    return parameter != null ? Optional.of(parameter) : otherwise;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
