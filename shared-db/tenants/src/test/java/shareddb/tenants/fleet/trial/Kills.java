package shareddb.tenants.fleet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import shareddb.tenants.fleet.trial.TrialFleet.Move;

/**
 * Kills the tool's process at random moments, again and again, while it makes, upgrades and
 * downgrades all tenants; at some of them the whole server instead.
 */
final class Kills {

  private static final List<Move> MOVES =
      List.of(
          Move.up(TrialTrack.PROVISIONED),
          Move.up(TrialTrack.NEWEST),
          Move.down(1),
          Move.up(TrialTrack.NEWEST),
          Move.down(0));

  private static final int LONGEST_MINUTES = 5;

  /** Kills the server, and starts it again. */
  interface Plug {
    void pull() throws Exception;
  }

  private final TrialFleet fleet;
  private final Random random;
  private final Plug plug;
  private final Deque<Integer> serverToo;
  private int killed;
  private int started;

  /** {@code serverToo}: with which of the kills it is the server that dies, in order. */
  Kills(TrialFleet fleet, Random random, Plug plug, List<Integer> serverToo) {
    this.fleet = fleet;
    this.random = random;
    this.plug = plug;
    this.serverToo = new ArrayDeque<>(serverToo);
  }

  /** All of it, until so many kills have happened; then up to the newest version once more. */
  void happen(int kills, int longestMillis) throws Exception {
    for (int i = 0; killed < kills; i++) {
      Move move = MOVES.get(i % MOVES.size());
      int before = killed;
      // No move has all of them, however long it takes.
      int most = Math.min(kills, before + Math.ceilDiv(kills, MOVES.size()));
      while (!isDone(move, killed < most ? 1 + random.nextInt(longestMillis) : 0)) {
        assertThat(started).as("processes for %d kills", killed).isLessThan(20 * kills);
      }
      new Wholeness(fleet).allAt(move.version());
      System.out.printf("  %-16s whole after %d kills%n", move, killed - before);
    }
    while (!isDone(Move.up(TrialTrack.NEWEST), 0)) {
      assertThat(started).isLessThan(20 * kills);
    }
    new Wholeness(fleet).allAt(TrialTrack.NEWEST);
  }

  /** Whether it came to its end by itself, and said that all is done. */
  private boolean isDone(Move move, int millis) throws Exception {
    Process process = TrialProcess.start(fleet, move);
    started++;
    try {
      if (millis == 0 || process.waitFor(millis, TimeUnit.MILLISECONDS)) {
        return ended(process);
      }
      killed++;
      if (!serverToo.isEmpty() && serverToo.peek() <= killed) {
        serverToo.remove();
        plug.pull();
        return ended(process);
      }
      return false;
    } finally {
      process.destroyForcibly().waitFor();
      new Wholeness(fleet).journalIsTrue();
    }
  }

  private static boolean ended(Process process) throws InterruptedException, SQLException {
    assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() == TrialProcess.DONE;
  }
}
