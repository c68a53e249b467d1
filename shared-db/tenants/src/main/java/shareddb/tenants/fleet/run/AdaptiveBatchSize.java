package shareddb.tenants.fleet.run;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import shareddb.migrate.script.ScriptBatch;

/**
 * The number of targets that a worker takes at once. It grows while batches are quick and shrinks
 * after a slow one, so that results are reported soon and a run that is stopped ends soon.
 */
final class AdaptiveBatchSize {

  private static final int LONGEST = 16;
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMillis(200);

  private final Set<ScriptBatch> proven = new HashSet<>();
  private int length = 1;

  int length() {
    return length;
  }

  /** Whether this worker ran these scripts on some target without an error. */
  boolean isProven(ScriptBatch whole) {
    return proven.contains(whole);
  }

  void wentWell(ScriptBatch first, int targets, Duration took) {
    proven.add(first);
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
