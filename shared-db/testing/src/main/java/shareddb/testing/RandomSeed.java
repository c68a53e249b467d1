package shareddb.testing;

import java.util.Random;

/**
 * The seed of the tests that try something random: another one in each run, printed, and given
 * again with {@code -Dworkshop.seed=NUMBER}.
 */
public final class RandomSeed {

  private RandomSeed() {}

  /** A generator that begins with the seed, which a failed test can be run again with. */
  public static Random random(Class<?> test) {
    long seed = Long.getLong("workshop.seed", System.nanoTime());
    System.out.println(test.getSimpleName() + ": again with -Dworkshop.seed=" + seed);
    return new Random(seed);
  }
}
