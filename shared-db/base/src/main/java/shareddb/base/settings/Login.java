package shareddb.base.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import shareddb.base.jdbc.OpenConnections;
import shareddb.base.names.DatabaseName;

/** One database of one server, and who connects to it. */
public record Login(
    String host,
    int port,
    DatabaseName database,
    String user,
    Secret password,
    Map<String, String> parameters) {

  /**
   * No attempt to connect waits longer than this, where the parameters do not say otherwise: not
   * for the port, and not for one that takes the connection and is no Postgres.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of("connectTimeout", "5", "loginTimeout", "10", "ApplicationName", "workshop");

  public Login {
    parameters = Map.copyOf(parameters);
  }

  public Login as(String otherUser, Secret otherPassword) {
    return new Login(host, port, database, otherUser, otherPassword, parameters);
  }

  public Login to(DatabaseName otherDatabase) {
    return new Login(host, port, otherDatabase, user, password, parameters);
  }

  /** With settings for each of its sessions, such as {@code lock_timeout=10s}. */
  public Login withSession(String... settings) {
    Map<String, String> more = new TreeMap<>(parameters);
    for (String setting : settings) {
      more.merge("options", "-c " + setting, (before, added) -> before + " " + added);
    }
    return new Login(host, port, database, user, password, more);
  }

  /** Connects soon or not at all: for one of many, where the others do not wait for it. */
  public Login impatient() {
    Map<String, String> more = new TreeMap<>(parameters);
    more.putIfAbsent("connectTimeout", "2");
    more.putIfAbsent("loginTimeout", "3");
    return new Login(host, port, database, user, password, more);
  }

  /** The address as the JDBC driver wants it; user and password are not in it. */
  public String jdbcUrl() {
    String query =
        allParameters().entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return "jdbc:postgresql://" + address() + "/" + encoded(database.value()) + "?" + query;
  }

  /** The address as psql and most other clients want it, without the password. */
  public String url() {
    return "postgresql://" + encoded(user) + "@" + address() + "/" + encoded(database.value());
  }

  /** No statement of it waits for a lock without a limit. */
  public Connection connect() throws SQLException {
    boolean limited = parameters.getOrDefault("options", "").contains("lock_timeout");
    return (limited ? this : withSession(WaitLimits.lockTimeout(WaitLimits.STATEMENT)))
        .connectUnlimited();
  }

  /**
   * For what a person types, who can stop it, and with the limits that the role has.
   *
   * <p>The driver is asked directly: DriverManager does not see it inside a build tool's plugin.
   */
  public Connection connectUnlimited() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password.reveal());
    try {
      return OpenConnections.add(
          supported(
              Objects.requireNonNull(new Driver().connect(jdbcUrl(), properties), jdbcUrl())));
    } catch (UnsupportedServer e) {
      throw e;
    } catch (SQLException e) {
      throw new ConnectionFailure(this, e);
    }
  }

  /** The driver knows the version: it does not ask the server. */
  private Connection supported(Connection connection) throws SQLException {
    DatabaseMetaData server = connection.getMetaData();
    if (server.getDatabaseMajorVersion() < UnsupportedServer.OLDEST) {
      String version = server.getDatabaseProductVersion();
      connection.close();
      throw new UnsupportedServer(this, version);
    }
    return connection;
  }

  /** Host and port, as a person reads them. */
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

  /** Without the password and the parameters, which may hold secrets too. */
  @Override
  public String toString() {
    return url();
  }
}
