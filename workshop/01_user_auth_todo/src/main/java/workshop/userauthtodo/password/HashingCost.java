package workshop.userauthtodo.password;

/**
 * The parameters of Argon2id.
 *
 * @param memoryKib the memory that one hash fills: an attacker's graphics card has many cores, and
 *     not this much memory for each
 * @param passes how often it goes through that memory
 * @param lanes how many threads could share one hash
 */
public record HashingCost(int memoryKib, int passes, int lanes) {

  /**
   * The least that OWASP's Password Storage Cheat Sheet recommends: 19 MiB, 2 passes, 1 lane. That
   * is about 0.1 s of one core. With one lane a hash takes one thread, so that the number of
   * threads bounds the work. Raising any of it is safe: a stored hash says how it was made, and is
   * made anew when its user next logs in.
   */
  public static final HashingCost STANDARD = new HashingCost(19 * 1024, 2, 1);

  boolean isBelow(HashingCost wanted) {
    return memoryKib < wanted.memoryKib || passes < wanted.passes || lanes < wanted.lanes;
  }

  long bytes() {
    return memoryKib * 1024L;
  }
}
