package shareddb.migrate.role;

import java.util.Arrays;
import java.util.Base64;
import shareddb.base.names.RoleName;
import shareddb.base.settings.ScramVerifier;
import shareddb.base.settings.Secret;
import shareddb.base.settings.WorkshopSecret;

/** The password of a role, derived from a secret, so that it need not be stored. */
record RolePassword(Secret secret, RoleName role) {

  Secret text() {
    return new Secret(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(WorkshopSecret.derive(secret, "password of " + role.value())));
  }

  /**
   * The SCRAM verifier that Postgres stores in place of the password. Its salt is derived, so the
   * verifier is always the same and can be compared. The password itself never reaches the server's
   * log.
   */
  String verifier() {
    return ScramVerifier.ofRandom(text(), salt());
  }

  /** Whether a stored verifier was made from this secret. It looks at the salt alone. */
  boolean made(String stored) {
    return ScramVerifier.hasSalt(stored, Base64.getEncoder().encodeToString(salt()));
  }

  private byte[] salt() {
    return Arrays.copyOf(WorkshopSecret.derive(secret, "salt of " + role.value()), 16);
  }
}
