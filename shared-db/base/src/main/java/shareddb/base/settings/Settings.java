package shareddb.base.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shareddb.base.names.DatabaseName;

/**
 * The settings: the checkout's folder, the kind of server, and the administrator's login.
 *
 * @param root the checkout's folder
 * @param choice the kind of server
 * @param admin the administrator's login to the workshop's database
 * @param passwordOrigin where the password came from; an error message says it if the server
 *     refuses it
 * @param servers the workshop's server and all others
 */
public record Settings(
    Path root, ServerChoice choice, Login admin, String passwordOrigin, Servers servers) {

  /** Settings with the workshop's own server only. */
  public Settings(Path root, ServerChoice choice, Login admin, String passwordOrigin) {
    this(root, choice, admin, passwordOrigin, Servers.main(admin));
  }

  /** Reads the environment of this process and the checkout's {@code .env}. */
  public static Settings load(Path root) {
    return load(root, System.getenv());
  }

  /** Throws {@link SettingsException} with all problems. */
  public static Settings load(Path root, Map<String, String> environment) {
    SettingSources sources = new SettingSources(environment, root.resolve(".env"));
    Login separate =
        new Login(
            sources.text("POSTGRES_HOST", "127.0.0.1"),
            sources.parsed("POSTGRES_PORT", 5432, Settings::port),
            sources.parsed("POSTGRES_DB", new DatabaseName("workshop_db"), DatabaseName::new),
            sources.text("POSTGRES_USER", "admin"),
            new Secret(sources.text("POSTGRES_PASSWORD", DefaultPassword.TEXT)),
            Map.of(),
            new ApiAccess(WorkshopSecret.of(sources, root), pooler(sources)));
    Optional<ServerUrl> url =
        sources.parsed(
            "POSTGRES_URL", Optional.empty(), text -> Optional.of(ServerUrl.parse(text)));
    Login admin = url.map(given -> merged(given, separate)).orElse(separate);
    ServerChoice choice = sources.parsed("WORKSHOP_DB", ServerChoice.AUTO, Settings::choice);
    Optional<String> elsewhere = elsewhere(url, separate);
    if (elsewhere.isPresent()
        && (choice == ServerChoice.DOCKER || choice == ServerChoice.EMBEDDED)) {
      sources.problem(
          "WORKSHOP_DB asks for a server on this machine, and "
              + elsewhere.get()
              + " names another one: keep one of the two");
    }
    Servers servers = Servers.of(sources, admin);
    sources.throwProblems();
    return new Settings(
        root,
        elsewhere.isPresent() ? ServerChoice.EXTERNAL : choice,
        admin,
        passwordOrigin(url, sources),
        servers);
  }

  /**
   * Values that the URL lacks come from the separate settings. Without a port in the URL, it is
   * 5432.
   */
  private static Login merged(ServerUrl url, Login separate) {
    return new Login(
        url.host(),
        url.port().orElse(5432),
        url.database().orElse(separate.database()),
        url.user().orElse(separate.user()),
        url.password().map(Secret::new).orElse(separate.password()),
        url.parameters(),
        separate.apis());
  }

  private static Optional<Pooler> pooler(SettingSources sources) {
    return sources.parsed(Pooler.NAME, Optional.empty(), text -> Optional.of(Pooler.parse(text)));
  }

  /**
   * The setting that names a server which this tool cannot start: its own servers listen on the
   * loopback address only.
   */
  private static Optional<String> elsewhere(Optional<ServerUrl> url, Login separate) {
    if (url.isPresent()) {
      return Optional.of("POSTGRES_URL");
    }
    return separate.host().matches("localhost|127\\.[0-9.]+")
        ? Optional.empty()
        : Optional.of("POSTGRES_HOST");
  }

  private static String passwordOrigin(Optional<ServerUrl> url, SettingSources sources) {
    if (url.flatMap(ServerUrl::password).isPresent()) {
      return "POSTGRES_URL";
    }
    return sources
        .find("POSTGRES_PASSWORD")
        .map(found -> "POSTGRES_PASSWORD in " + found.origin())
        .orElse("the default of POSTGRES_PASSWORD");
  }

  private static int port(String text) {
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException('"' + text + "\" is not a port: 1 to 65535");
    }
    return port;
  }

  private static ServerChoice choice(String text) {
    for (ServerChoice choice : ServerChoice.values()) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(text)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        '"' + text + "\" is none of auto, docker, embedded, external");
  }
}
