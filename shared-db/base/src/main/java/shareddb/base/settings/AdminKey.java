package shareddb.base.settings;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key that authorizes an administrator of tenants over HTTP.
 *
 * @param chosen whether it is set; otherwise it is derived from the administrator's password
 */
public record AdminKey(Secret secret, boolean chosen) {

  /** The setting in the environment or in {@code .env}. */
  public static final String NAME = "WORKSHOP_ADMIN_KEY";

  private static final int LEAST = 16;

  public static AdminKey of(Settings settings) {
    return of(settings, System.getenv());
  }

  /** Throws {@link SettingsException} if the key is too short. */
  static AdminKey of(Settings settings, Map<String, String> environment) {
    SettingSources sources = new SettingSources(environment, settings.root().resolve(".env"));
    Optional<SettingSources.Found> found = sources.find(NAME);
    if (found.isPresent() && found.get().value().length() < LEAST) {
      throw new SettingsException(
          List.of(
              NAME
                  + " (from "
                  + found.get().origin()
                  + "): it is shorter than "
                  + LEAST
                  + " characters"));
    }
    return found
        .map(one -> new AdminKey(new Secret(one.value()), true))
        .orElseGet(() -> derived(settings.admin()));
  }

  private static AdminKey derived(Login admin) {
    byte[] bytes = DerivedSecret.from(admin, "key of the tenants' administrators");
    return new AdminKey(
        new Secret("wsa_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)), false);
  }
}
