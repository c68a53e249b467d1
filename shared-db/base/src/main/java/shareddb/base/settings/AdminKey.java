package shareddb.base.settings;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The key that authorizes an administrator of tenants over HTTP.
 *
 * @param chosen whether it is set; otherwise it is derived from the checkout's secret
 */
public record AdminKey(Secret secret, boolean chosen) {

  /** The setting in the environment or in {@code .env}. */
  public static final String NAME = "WORKSHOP_ADMIN_KEY";

  public static AdminKey of(Settings settings) {
    return of(settings, System.getenv());
  }

  /** Throws {@link SettingsException} if the key is too short. */
  static AdminKey of(Settings settings, Map<String, String> environment) {
    SettingSources sources = new SettingSources(environment, settings.root().resolve(".env"));
    Optional<Secret> found = sources.secret(NAME);
    sources.throwProblems();
    return found
        .map(secret -> new AdminKey(secret, true))
        .orElseGet(() -> derived(settings.admin().apis().secret()));
  }

  private static AdminKey derived(WorkshopSecret secret) {
    byte[] bytes = secret.derive("key of the tenants' administrators");
    return new AdminKey(
        new Secret("wsa_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)), false);
  }
}
