package shareddb.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What is committed, and might be lost if the server broke down in this moment: each target is a
 * transaction of its own, but Postgres waits for the disk only once for many of them. Nobody hears
 * of them before.
 */
final class Unkept {

  private static final int TOGETHER = 16;
  private static final long OLD = TimeUnit.MILLISECONDS.toNanos(250);

  private record Committed(Work work, Outcome outcome, int connection) {}

  private final Session session;
  private final List<Committed> committed = new ArrayList<>();
  private long since;

  Unkept(Session session) {
    this.session = session;
  }

  void add(Work work, Outcome outcome) {
    if (committed.isEmpty()) {
      since = System.nanoTime();
    }
    committed.add(new Committed(work, outcome, session.number()));
  }

  boolean isDue() {
    return committed.size() >= TOGETHER
        || (!committed.isEmpty() && System.nanoTime() - since > OLD);
  }

  /** What came out is certain then, or else to be tried again. */
  List<Attempt> keep() {
    if (committed.isEmpty()) {
      return List.of();
    }
    boolean kept = isKept();
    List<Attempt> attempts = new ArrayList<>();
    for (Committed one : committed) {
      attempts.add(
          kept && one.connection() == session.number()
              ? new Attempt.Over(one.outcome())
              : new Attempt.Again(one.work().at(one.work().position())));
    }
    committed.clear();
    return attempts;
  }

  private boolean isKept() {
    try {
      session.keep();
      return true;
    } catch (SQLException e) {
      // Whether the server still has them is seen when each is tried again.
      return false;
    }
  }
}
