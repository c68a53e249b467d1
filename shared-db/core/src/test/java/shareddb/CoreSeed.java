package shareddb;

import java.util.Random;

/**
 * The seed of the core's own tests that try something random, which cannot use the module of the
 * test helpers: printed, and given again with {@code -Dworkshop.seed=NUMBER}.
 */
public final class CoreSeed {

  private CoreSeed() {}

  /** A generator that begins with the seed. */
  public static Random random(Class<?> test) {
    long seed = Long.getLong("workshop.seed", System.nanoTime());
    System.out.println(test.getSimpleName() + ": again with -Dworkshop.seed=" + seed);
    return new Random(seed);
  }
}
