package shareddb.base.settings;

import java.util.Map;

/**
 * The number of connections that an API may hold to the tenants' databases of one server.
 *
 * @param perServer the limit for all databases of a server together
 */
public record TenantConnections(int perServer) {

  /** The setting in the environment or in {@code .env}. */
  public static final String NAME = "WORKSHOP_TENANT_CONNECTIONS";

  private static final TenantConnections USUAL = new TenantConnections(40);

  public static TenantConnections of(Settings settings) {
    return of(settings, System.getenv());
  }

  /** Throws {@link SettingsException} if the value is not a number from 2 to 99999. */
  static TenantConnections of(Settings settings, Map<String, String> environment) {
    SettingSources sources = new SettingSources(environment, settings.root().resolve(".env"));
    TenantConnections found = sources.parsed(NAME, USUAL, TenantConnections::parse);
    sources.throwProblems();
    return found;
  }

  private static TenantConnections parse(String text) {
    int count = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (count < 2) {
      throw new IllegalArgumentException('"' + text + "\" is not a number from 2 to 99999");
    }
    return new TenantConnections(count);
  }
}
