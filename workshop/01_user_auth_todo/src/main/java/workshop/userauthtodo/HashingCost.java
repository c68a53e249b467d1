package workshop.userauthtodo;

/**
 * The parameters of Argon2id.
 *
 * @param memoryKib what one hash fills: an attacker's graphics card has many cores, and not this
 *     much memory for each
 * @param passes how often it goes through that memory
 * @param lanes how many threads could share one hash
 */
record HashingCost(int memoryKib, int passes, int lanes) {

  /**
   * What OWASP's Password Storage Cheat Sheet recommends at least: 19 MiB, 2 passes, 1 lane. That
   * is about 0.1 s of one core here. With one lane a login takes one thread and no more, so that
   * the number of threads bounds the work. Raising any of it is safe: stored hashes keep theirs,
   * and each is made anew when its user next logs in.
   */
  static final HashingCost STANDARD = new HashingCost(19 * 1024, 2, 1);

  boolean isBelow(HashingCost wanted) {
    return memoryKib < wanted.memoryKib || passes < wanted.passes || lanes < wanted.lanes;
  }

  long bytes() {
    return memoryKib * 1024L;
  }
}
