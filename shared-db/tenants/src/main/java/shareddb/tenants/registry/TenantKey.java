package shareddb.tenants.registry;

import java.security.SecureRandom;
import java.util.Base64;
import shareddb.base.names.Sha256;

/** What a tenant's requests prove themselves with. It is shown once; only its hash is kept. */
public record TenantKey(String value) {

  private static final String PREFIX = "wsk_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static TenantKey fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new TenantKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * As the registry has it. Passwords want a slow hash, since people choose them and others guess
   * them; nobody guesses 256 random bits, and every request has to be looked up by this one.
   */
  public String hash() {
    return Sha256.of(value);
  }

  /** Never the key: it may get into a log. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
