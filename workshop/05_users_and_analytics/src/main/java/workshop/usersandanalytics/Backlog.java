package workshop.usersandanalytics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the outbox.
 *
 * @param oldest how long the oldest has been waiting
 * @param refused how many analytics could not take
 */
record Backlog(long waiting, Duration oldest, long refused) {

  static final Backlog NONE = new Backlog(0, Duration.ZERO, 0);

  static Backlog of(long waiting, @Nullable Instant since, long refused) {
    Duration oldest = since == null ? Duration.ZERO : Duration.between(since, Instant.now());
    return new Backlog(waiting, oldest.isNegative() ? Duration.ZERO : oldest, refused);
  }
}
