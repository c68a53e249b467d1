package workshop.usersandanalytics;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens elsewhere, and not for a time. */
final class Waiting {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Waiting() {}

  static void until(BooleanSupplier condition, String what) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("waited " + LIMIT + " for " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
