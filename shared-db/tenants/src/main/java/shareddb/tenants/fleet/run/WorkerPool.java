package shareddb.tenants.fleet.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import shareddb.tenants.fleet.targets.TargetOutcome;

/** Runs several workers in threads until a wave is done or the run stops. */
public record WorkerPool(Supplier<FleetWorker> workers, OutcomeReceiver outcomes, int size) {

  public void work(List<TargetWork> wave) {
    WorkQueue queue = new WorkQueue(wave, size);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(size, wave.size()); i++) {
      threads.add(Thread.ofPlatform().name("fleet-" + (i + 1)).start(() -> work(queue)));
    }
    if (!isJoined(threads)) {
      // The workers finish the targets that they have begun, and take no other ones.
      queue.stop();
      outcomes.stop(new InterruptedException("it was interrupted"));
      while (!isJoined(threads)) {
        queue.stop();
      }
      Thread.currentThread().interrupt();
    }
    queue
        .unanswered()
        .forEach(one -> outcomes.add(one.outOfReach("its server could not be asked again")));
  }

  /** Whether all threads ended before this thread was interrupted. */
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
    List<TargetWork> some = List.of();
    try (FleetWorker worker = workers.get()) {
      some = queue.next(worker.atOnce());
      while (!some.isEmpty()) {
        List<TargetAttempt> attempts = worker.work(some);
        queue.untried(some.subList(attempts.size(), some.size()));
        take(attempts, queue);
        some = queue.next(worker.atOnce());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      queue.stop();
    } catch (WorkerSession.Unreachable | RuntimeException e) {
      outcomes.stop(e);
      queue.stop();
      queue.untried(some);
    }
  }

  private void take(List<TargetAttempt> attempts, WorkQueue queue) {
    attempts.forEach(attempt -> take(attempt, queue));
    if (!outcomes.goesOn()) {
      queue.stop();
    }
  }

  private void take(TargetAttempt attempt, WorkQueue queue) {
    switch (attempt) {
      case TargetAttempt.Over(TargetOutcome outcome) -> {
        outcomes.add(outcome);
        queue.done();
      }
      case TargetAttempt.Untried() -> {
        outcomes.untried();
        queue.done();
      }
      case TargetAttempt.Again(TargetWork work) -> queue.again(work);
      case TargetAttempt.Blocked(TargetWork work, String why) -> {
        outcomes.waits(work, why);
        queue.again(work);
      }
    }
  }
}
