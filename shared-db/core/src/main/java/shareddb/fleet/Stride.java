package shareddb.fleet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import shareddb.migrate.InOneGo;

/**
 * How many targets a worker takes at once: more and more while that takes no time, so that nobody
 * waits long for news or for the end, and one where the scripts did not yet go well on any.
 */
final class Stride {

  private static final int LONGEST = 16;
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMillis(200);

  private @Nullable InOneGo scripts;
  private int length = 1;

  int length() {
    return length;
  }

  int length(InOneGo next) {
    return next.equals(scripts) ? length : 1;
  }

  void wentWell(InOneGo these, int targets, Duration took) {
    scripts = these;
    if (took.compareTo(LONG) > 0) {
      length = Math.max(1, targets / 2);
    } else if (took.compareTo(SHORT) < 0) {
      length = Math.min(LONGEST, Math.max(length, targets * 2));
    }
  }

  void failed() {
    length = 1;
  }
}
