package shareddb.base.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import shareddb.base.jdbc.OpenConnections;
import shareddb.base.names.DatabaseName;

/**
 * A database on a server, with the user and the password that connect to it.
 *
 * @param parameters of the connection, for the JDBC driver
 * @param apis how APIs log in to the same server
 */
public record Login(
    String host,
    int port,
    DatabaseName database,
    String user,
    Secret password,
    Map<String, String> parameters,
    ApiAccess apis) {

  /**
   * Default limits for connecting. They also apply if a port accepts the connection but is not a
   * Postgres server.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of("connectTimeout", "5", "loginTimeout", "10", "ApplicationName", "workshop");

  public Login {
    parameters = Map.copyOf(parameters);
  }

  /** A login without settings, as in a test: the APIs' passwords follow from this password. */
  public Login(
      String host,
      int port,
      DatabaseName database,
      String user,
      Secret password,
      Map<String, String> parameters) {
    this(host, port, database, user, password, parameters, ApiAccess.ofPassword(password));
  }

  /**
   * The login of an address in the form of {@code POSTGRES_URL}. Throws {@link
   * IllegalArgumentException} for an invalid text; its message never repeats the text.
   */
  public static Login of(String url) {
    return ServerUrl.parse(url).login();
  }

  public Login as(String otherUser, Secret otherPassword) {
    return new Login(host, port, database, otherUser, otherPassword, parameters, apis);
  }

  public Login to(DatabaseName otherDatabase) {
    return new Login(host, port, otherDatabase, user, password, parameters, apis);
  }

  /** Adds settings for each session, such as {@code lock_timeout=10s}. */
  public Login withSession(String... settings) {
    Map<String, String> more = new TreeMap<>(parameters);
    for (String setting : settings) {
      more.merge("options", "-c " + setting, (before, added) -> before + " " + added);
    }
    return with(more);
  }

  /** The same login with these parameters in place of its own. */
  public Login with(Map<String, String> others) {
    return new Login(host, port, database, user, password, others, apis);
  }

  /** The same login through the pooler of the APIs, if there is one. */
  public Login throughPooler() {
    return apis.pooler().map(pooler -> pooler.in(this)).orElse(this);
  }

  /**
   * The same login with shorter limits for connecting, so that an unreachable server does not delay
   * the others.
   */
  public Login impatient() {
    Map<String, String> more = new TreeMap<>(parameters);
    more.putIfAbsent("connectTimeout", "2");
    more.putIfAbsent("loginTimeout", "3");
    return with(more);
  }

  /** The address for the JDBC driver, without user and password. */
  public String jdbcUrl() {
    return jdbcUrl(allParameters());
  }

  /** The same with the parameters of the settings only, without the tool's limits. */
  public String jdbcUrlOfSettings() {
    return jdbcUrl(parameters);
  }

  private String jdbcUrl(Map<String, String> all) {
    String query =
        new TreeMap<>(all)
            .entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    return "jdbc:postgresql://%s/%s%s"
        .formatted(address(), encoded(database.value()), query.isEmpty() ? "" : "?" + query);
  }

  /** The address for psql and most other clients, without the password. */
  public String url() {
    return "postgresql://" + encoded(user) + "@" + address() + "/" + encoded(database.value());
  }

  /** The same login for a session that only reads, with a limit for each statement. */
  public Login reading() {
    return withDefault(WaitLimits.statementTimeout(WaitLimits.READ));
  }

  /** Connects with a lock_timeout, so that no statement waits for a lock without a limit. */
  public Connection connect() throws SQLException {
    return withDefault(WaitLimits.lockTimeout(WaitLimits.STATEMENT)).connectUnlimited();
  }

  /** Adds a setting before all others: of two values for one setting, Postgres takes the last. */
  private Login withDefault(String setting) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.merge("options", "-c " + setting, (others, added) -> added + " " + others);
    return new Login(host, port, database, user, password, more);
  }

  /**
   * Connects without a lock_timeout of the tool: for statements that a person types and can stop.
   *
   * <p>It calls the driver directly, because DriverManager does not find it inside a build tool's
   * plugin.
   */
  public Connection connectUnlimited() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password.reveal());
    try {
      Connection connection =
          Objects.requireNonNull(new Driver().connect(jdbcUrl(), properties), jdbcUrl());
      return OpenConnections.add(ServerCheck.passed(this, connection));
    } catch (UnsupportedServer e) {
      throw e;
    } catch (SQLException e) {
      throw ServerCheck.failure(this, e);
    }
  }

  /** Host and port, as people read them. */
  public String address() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private Map<String, String> allParameters() {
    Map<String, String> all = new TreeMap<>(DEFAULTS);
    all.putAll(parameters);
    return all;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Leaves out the password and the parameters, which may hold secrets too. */
  @Override
  public String toString() {
    return url();
  }
}
