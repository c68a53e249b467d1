package workshop.usersandanalytics;

/**
 * Carries events from one database to the other: no transaction spans both, so each is handed over
 * at least once, and known where it comes a second time.
 */
final class Relay {

  /** So many batches in a row; then others have their turn, and the next look goes on. */
  private static final int ROUNDS = 40;

  private final Outbox outbox;
  private final Inbox inbox;
  private final BacklogGauges backlog;

  Relay(Outbox outbox, Inbox inbox, BacklogGauges backlog) {
    this.outbox = outbox;
    this.inbox = inbox;
    this.backlog = backlog;
  }

  /** Until nothing waits that is due. Throws where one of the two databases is away. */
  void run() {
    backlog.show(outbox.backlog());
    int round = 0;
    while (round < ROUNDS && outbox.deliver(inbox::take) == Outbox.BATCH) {
      round++;
    }
    backlog.show(outbox.backlog());
  }
}
