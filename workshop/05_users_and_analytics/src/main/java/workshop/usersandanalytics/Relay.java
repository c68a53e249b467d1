package workshop.usersandanalytics;

import java.util.List;
import java.util.function.Function;

/**
 * Carries events from one database to the other: no transaction spans both, so each is handed over
 * at least once, and known where it comes a second time.
 */
final class Relay {

  private static final int LARGEST = 500;

  /** So many batches in a row; then the next look goes on. */
  private static final int ROUNDS = 40;

  private final Outbox outbox;
  private final Function<List<Event>, List<Verdict>> recipient;
  private final BacklogGauges backlog;
  private int batch = LARGEST;

  Relay(Outbox outbox, Function<List<Event>, List<Verdict>> recipient, BacklogGauges backlog) {
    this.outbox = outbox;
    this.recipient = recipient;
    this.backlog = backlog;
  }

  /** Until nothing waits that is due. Throws where one of the two databases is away. */
  void run() {
    backlog.show(outbox.backlog());
    int round = 0;
    while (round < ROUNDS && isFull()) {
      round++;
    }
    backlog.show(outbox.backlog());
  }

  /** What takes too long for one statement must not take as long each time: half of it may do. */
  private boolean isFull() {
    int asked = batch;
    batch = Math.max(1, asked / 2);
    boolean full = outbox.deliver(asked, recipient) == asked;
    batch = Math.min(LARGEST, asked * 2);
    return full;
  }
}
