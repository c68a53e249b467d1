package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jooq.DSLContext;
import shareddb.base.names.ServerName;
import shareddb.serve.TenantDatabases.Place;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;

/**
 * The databases of one server that are open: a small pool each, and together never more connections
 * than the budget. When the budget is used up, the database that was idle the longest is closed.
 */
final class ServerPools {

  /** How long a request waits until another tenant's database is idle and can be closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ServerName name;
  private final ServerHealth health;
  private final int budget;
  private final Function<Place, HikariDataSource> opener;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** In the order of use: the database that was used last is the last. */
  private final Map<Place, OpenedDatabase> open = new LinkedHashMap<>(16, 0.75f, true);

  private int closing;

  ServerPools(
      ServerName name, ServerHealth health, int budget, Function<Place, HikariDataSource> opener) {
    this.name = name;
    this.health = health;
    this.budget = budget;
    this.opener = opener;
  }

  <T> T in(Place place, Function<DSLContext, T> work) {
    OpenedDatabase opened = take(place, most(health.free()));
    try {
      if (!opened.isConnected() || !health.hasWorkedJustNow()) {
        health.reach();
      }
      opened.awaitConnection();
      health.worked();
      return work.apply(opened.database());
    } catch (RuntimeException e) {
      if (Lost.is(e)) {
        health.suspect();
      }
      throw e;
    } finally {
      giveBack(opened);
    }
  }

  /** How many databases are open. */
  int size() {
    lock.lock();
    try {
      return open.size();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      List.copyOf(open.values()).forEach(OpenedDatabase::close);
      open.clear();
    } finally {
      lock.unlock();
    }
  }

  private int most(int free) {
    return Math.max(1, Math.min(budget, free) / Pool.SMALL);
  }

  private OpenedDatabase take(Place place, int most) {
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (!open.containsKey(place) && open.size() + closing >= most) {
        Optional<Place> idle = leastUsed();
        if (idle.isPresent()) {
          close(idle.get());
        } else if (left <= 0) {
          throw full(most);
        } else {
          left = changed.awaitNanos(left);
        }
      }
      return open.computeIfAbsent(place, p -> new OpenedDatabase(opener.apply(p))).enter();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryLater(ProblemType.UNAVAILABLE, "The server stops", PATIENCE);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Place> leastUsed() {
    return open.entrySet().stream()
        .filter(entry -> entry.getValue().isIdle())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Gives up the lock while the pool closes, so that other requests go on. The place in the budget
   * is free only after that.
   */
  private void close(Place place) {
    OpenedDatabase closed = open.remove(place);
    if (closed == null) {
      return;
    }
    closing++;
    lock.unlock();
    try {
      closed.close();
    } finally {
      lock.lock();
      closing--;
      changed.signalAll();
    }
  }

  private void giveBack(OpenedDatabase opened) {
    lock.lock();
    try {
      opened.leave();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private RetryLater full(int most) {
    return new RetryLater(
        ProblemType.OVERLOADED,
        "All " + most + " databases that may be open on server " + name + " are in use",
        PATIENCE);
  }
}
