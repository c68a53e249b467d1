package shareddb.base.settings;

import java.util.Map;
import java.util.TreeMap;

/**
 * A connection pooler before the server, such as PgBouncer. It may lend another session for each
 * transaction, so nothing that belongs to a session can be used through it.
 */
public record Pooler(String host, int port, Map<String, String> parameters) {

  /** The setting, in the environment or in {@code .env}. */
  public static final String NAME = "POSTGRES_POOLER_URL";

  private static final int USUAL_PORT = 6432;

  public Pooler {
    parameters = Map.copyOf(parameters);
  }

  /** Throws {@link IllegalArgumentException} for an invalid text, which it does not repeat. */
  static Pooler parse(String text) {
    ServerUrl url = ServerUrl.parse(text);
    if (url.user().isPresent() || url.password().isPresent() || url.database().isPresent()) {
      throw new IllegalArgumentException(
          "each API has a user, a password and a database of its own: it must look like"
              + " postgresql://host:6432");
    }
    return new Pooler(
        url.host(), url.port().orElse(USUAL_PORT), withoutPreparedStatements(url.parameters()));
  }

  /** A statement that the server prepared belongs to the session, and the next one lacks it. */
  private static Map<String, String> withoutPreparedStatements(Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(parameters);
    all.putIfAbsent("prepareThreshold", "0");
    return all;
  }

  /** The same login at the pooler's address. */
  Login in(Login login) {
    return new Login(
        host, port, login.database(), login.user(), login.password(), parameters, login.apis());
  }
}
