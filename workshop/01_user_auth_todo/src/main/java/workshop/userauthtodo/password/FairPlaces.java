package workshop.userauthtodo.password;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;

/**
 * A limited number of places, shared fairly. An address gets a place while it has fewer than are
 * still free, and an account while it has fewer than half of these. So no account and no address
 * can take all places, and while little is going on each gets as many as it needs.
 */
final class FairPlaces {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Map<String, Integer> taken = new HashMap<>();
  private int free;

  FairPlaces(int count) {
    free = count;
  }

  /** Does the work in a place, or refuses it before it has cost anything. */
  <T> T in(String account, String address, Supplier<T> work) {
    // An account can have the name of an address.
    String ofAccount = "account " + account;
    String ofAddress = "address " + address;
    take(ofAccount, ofAddress);
    try {
      return work.get();
    } finally {
      giveBack(ofAccount, ofAddress);
    }
  }

  private synchronized void take(String account, String address) {
    if (2 * taken(account) >= free || taken(address) >= free) {
      throw new RetryLater(
          ProblemType.OVERLOADED,
          "Too many passwords are being checked just now; nothing was done",
          PAUSE);
    }
    free--;
    taken.merge(account, 1, Integer::sum);
    taken.merge(address, 1, Integer::sum);
  }

  private synchronized void giveBack(String account, String address) {
    free++;
    taken.compute(account, (any, count) -> count == null || count == 1 ? null : count - 1);
    taken.compute(address, (any, count) -> count == null || count == 1 ? null : count - 1);
  }

  private int taken(String owner) {
    return taken.getOrDefault(owner, 0);
  }
}
