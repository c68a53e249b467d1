package shareddb.migrate.role;

import java.util.Arrays;
import java.util.Base64;
import org.postgresql.util.PasswordUtil;
import shareddb.base.names.RoleName;
import shareddb.base.settings.Secret;
import shareddb.base.settings.WorkshopSecret;

/** The password of a role, derived from a secret, so that it need not be stored. */
record RolePassword(Secret secret, RoleName role) {

  private static final int ITERATIONS = 4096;

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
    return PasswordUtil.encodeScramSha256(text().reveal().toCharArray(), ITERATIONS, salt());
  }

  /** Whether a stored verifier was made from this secret. It looks at the salt alone. */
  boolean made(String stored) {
    String salt = Base64.getEncoder().encodeToString(salt());
    return stored.startsWith("SCRAM-SHA-256$" + ITERATIONS + ":" + salt + "$");
  }

  private byte[] salt() {
    return Arrays.copyOf(WorkshopSecret.derive(secret, "salt of " + role.value()), 16);
  }
}
