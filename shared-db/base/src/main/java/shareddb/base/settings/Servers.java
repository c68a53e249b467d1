package shareddb.base.settings;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.InvalidName;
import shareddb.base.names.ServerName;

/**
 * The servers that databases may be on: the workshop's own, and those of the settings {@code
 * POSTGRES_SERVER_NAME}.
 *
 * @param logins the administrator's login to each server, to a database that always exists
 */
public record Servers(SortedMap<ServerName, Login> logins) {

  /** The prefix of the settings that each name one server. */
  public static final String PREFIX = "POSTGRES_SERVER_";

  private static final DatabaseName MAINTENANCE = new DatabaseName("postgres");

  public Servers {
    logins = Collections.unmodifiableSortedMap(new TreeMap<>(logins));
  }

  /** The workshop's own server only. */
  public static Servers main(Login admin) {
    return new Servers(new TreeMap<>()).with(ServerName.MAIN, admin);
  }

  public Servers with(ServerName name, Login login) {
    SortedMap<ServerName, Login> more = new TreeMap<>(logins);
    more.put(name, login);
    return new Servers(more);
  }

  public Set<ServerName> names() {
    return logins.keySet();
  }

  public Optional<Login> find(ServerName name) {
    return Optional.ofNullable(logins.get(name));
  }

  /** The setting's name for this server. */
  public static String setting(ServerName name) {
    return PREFIX + name.value().toUpperCase(Locale.ROOT);
  }

  static Servers of(SettingSources sources, Login admin) {
    Servers servers = main(admin);
    for (String setting : sources.names(PREFIX)) {
      Optional<ServerName> name = name(setting, sources);
      Optional<ServerUrl> url =
          sources.parsed(setting, Optional.empty(), text -> Optional.of(ServerUrl.parse(text)));
      if (name.isPresent() && url.isPresent()) {
        servers = servers.with(name.get(), login(url.get(), admin));
      }
    }
    return servers;
  }

  private static Optional<ServerName> name(String setting, SettingSources sources) {
    try {
      ServerName name = new ServerName(setting.substring(PREFIX.length()).toLowerCase(Locale.ROOT));
      if (!name.equals(ServerName.MAIN)) {
        return Optional.of(name);
      }
      sources.problem(setting + ": the main server is the workshop's own: set POSTGRES_URL");
    } catch (InvalidName e) {
      sources.problem(setting + ": " + e.getMessage());
    }
    return Optional.empty();
  }

  /**
   * User and password come from the main server if the URL lacks them. Address and parameters do
   * not.
   */
  private static Login login(ServerUrl url, Login admin) {
    return new Login(
        url.host(),
        url.port().orElse(5432),
        url.database().orElse(MAINTENANCE),
        url.user().orElse(admin.user()),
        url.password().map(Secret::new).orElse(admin.password()),
        url.parameters(),
        admin.apis().direct());
  }
}
