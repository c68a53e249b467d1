package shareddb.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Several movers side by side, until a wave is done or the run is to stop. */
record Crew(Supplier<Mover> movers, Ledger ledger, int size) {

  void work(List<Work> wave) {
    WorkQueue queue = new WorkQueue(wave, size);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(size, wave.size()); i++) {
      threads.add(Thread.ofPlatform().name("fleet-" + (i + 1)).start(() -> work(queue)));
    }
    if (!isJoined(threads)) {
      // Each target that is being moved comes to its end; no other begins.
      queue.stop();
      ledger.interrupt("it was interrupted");
      while (!isJoined(threads)) {
        queue.stop();
      }
      Thread.currentThread().interrupt();
    }
  }

  /** Whether all came to their end without this thread being interrupted. */
  private static boolean isJoined(List<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void work(WorkQueue queue) {
    try (Mover mover = movers.get()) {
      List<Work> some = queue.next(mover.atOnce());
      while (!some.isEmpty()) {
        List<Attempt> attempts = mover.move(some);
        queue.untried(some.subList(attempts.size(), some.size()));
        take(attempts, queue);
        some = queue.next(mover.atOnce());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      queue.stop();
    } catch (Session.Unreachable e) {
      ledger.interrupt(Reason.of(e));
      queue.stop();
    } catch (RuntimeException e) {
      ledger.interrupt(String.valueOf(e));
      queue.stop();
    }
  }

  private void take(List<Attempt> attempts, WorkQueue queue) {
    attempts.forEach(attempt -> take(attempt, queue));
    if (!ledger.goesOn()) {
      queue.stop();
    }
  }

  private void take(Attempt attempt, WorkQueue queue) {
    switch (attempt) {
      case Attempt.Over(Outcome outcome) -> {
        ledger.add(outcome);
        queue.done();
      }
      case Attempt.Again(Work work) -> queue.again(work);
      case Attempt.Blocked(Work work, String why) -> {
        ledger.waits(work, why);
        queue.again(work);
      }
    }
  }
}
