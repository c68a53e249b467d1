package shareddb.tenants.registry;

import java.security.SecureRandom;
import java.util.Base64;
import shareddb.base.names.Sha256;

/** The API key of a tenant. The tool shows it once; the registry keeps only its hash. */
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
   * The hash that the registry keeps. A password needs a slow hash, because people choose passwords
   * that can be guessed. The key has 256 random bits and cannot be guessed, and every request must
   * be looked up by this hash.
   */
  public String hash() {
    return Sha256.of(value);
  }

  /** Leaves the key out, because the text may get into a log. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
