package workshop.userauthtodo.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** Hashes passwords with Argon2id, in the PHC format that says by itself how it was made. */
public final class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HashingCost cost;
  private final Argon2Function argon2;
  private final HashingThreads threads;

  public Passwords(HashingCost cost) {
    this.cost = cost;
    this.argon2 =
        Argon2Function.getInstance(
            cost.memoryKib(), cost.passes(), cost.lanes(), HASH_BYTES, Argon2.ID);
    this.threads = HashingThreads.sizedFor(cost);
  }

  /**
   * Does work that hashes on the way, where there is room for it; else it is refused. While a
   * password is hashed, no connection to the database may be held: hashing takes longer than all
   * statements together.
   */
  public <T> T inTurn(String account, String address, Supplier<T> work) {
    return threads.places().in(account, address, work);
  }

  public String hash(String password) {
    return threads.run(() -> argon2.hash(bytes(password), random(SALT_BYTES)).getResult());
  }

  /**
   * Whether the password is the one behind the hash. Where there is no hash the work is done all
   * the same, on one that no password fits: so the time it takes does not tell who is registered.
   */
  public boolean match(String password, Optional<String> hash) {
    String stored = hash.orElseGet(this::madeUp);
    return threads.run(
        () ->
            Argon2Function.getInstanceFromHash(stored)
                .check(bytes(password), stored.getBytes(US_ASCII)));
  }

  /** Whether a hash was made with less than the present cost. */
  public boolean isOutdated(String hash) {
    Argon2Function made = Argon2Function.getInstanceFromHash(hash);
    return new HashingCost(made.getMemory(), made.getIterations(), made.getParallelism())
        .isBelow(cost);
  }

  private String madeUp() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.passes(),
            cost.lanes(),
            base64(random(SALT_BYTES)),
            base64(random(HASH_BYTES)));
  }

  /** A password is the same whichever keyboard composed its letters: NIST asks for NFKC. */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
