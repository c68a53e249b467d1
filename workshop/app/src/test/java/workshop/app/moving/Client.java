package workshop.app.moving;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;

/** One who writes and reads all the time, and goes where the API says when it has moved. */
final class Client implements Runnable {

  private static final Set<Integer> GONE = Set.of(401, 404);

  private static final long SOON = Duration.ofMillis(5).toNanos();

  /** What all of them were told. */
  static final class Told {
    final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    final AtomicLong turnedAway = new AtomicLong();
    final AtomicLong reads = new AtomicLong();
    volatile boolean over;
  }

  private final int number;
  private final Supplier<@Nullable ApiClient> served;
  private final Told told;
  private int count;

  /**
   * Anybody.
   *
   * @param served where it is served, as far as the one who moves it has said by now
   */
  Client(int number, Supplier<@Nullable ApiClient> served, Told told) {
    this.number = number;
    this.served = served;
    this.told = told;
  }

  @Override
  public void run() {
    String key = null;
    while (!told.over) {
      ApiClient client = served.get();
      if (client == null) {
        LockSupport.parkNanos(SOON);
      } else if (key == null || count % 5 == 0) {
        key = add(client);
      } else {
        change(client, key);
      }
      if (client != null) {
        read(client);
      }
    }
  }

  private @Nullable String add(ApiClient client) {
    String title = "by " + number + ", the " + ++count + ".";
    Answer answer = client.post("/requirements", Map.of("title", title));
    if (!is(client, answer, 201)) {
      return null;
    }
    String key = answer.text("key");
    told.acknowledged.put(key, title);
    return key;
  }

  private void change(ApiClient client, String key) {
    String title = "by " + number + ", the " + ++count + ". again";
    if (is(client, client.patch("/requirements/" + key, Map.of("title", title)), 200)) {
      told.acknowledged.put(key, title);
    }
  }

  private void read(ApiClient client) {
    if (is(client, client.get("/requirements?limit=20"), 200)) {
      told.reads.incrementAndGet();
    }
  }

  /**
   * Whether it was; who is turned away comes back. Who was on the way for so long that what was
   * left is gone already finds nothing, and looks where it is now.
   */
  private boolean is(ApiClient asked, Answer answer, int wanted) {
    if (answer.status() == wanted) {
      return true;
    }
    if (answer.status() == 503) {
      told.turnedAway.incrementAndGet();
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Long.parseLong(answer.header("Retry-After"))));
    } else if (answer.status() == 410
        || (GONE.contains(answer.status()) && !asked.equals(served.get()))) {
      LockSupport.parkNanos(SOON);
    } else {
      told.unexpected.add(answer.status() + " " + answer.body());
    }
    return false;
  }
}
