package workshop.zerodowntimetodo;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;

/** Clients that read and write through one version of the API, until they are stopped. */
final class ApiClients implements AutoCloseable {

  private final List<Thread> threads = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong longestNanos = new AtomicLong();
  private volatile boolean stopped;

  private ApiClients() {}

  /**
   * Starts clients.
   *
   * @param added the body of a request that adds a todo
   * @param changed the body of a request that changes one
   */
  static ApiClients start(int count, int port, String added, String changed) {
    ApiClients clients = new ApiClients();
    for (int i = 0; i < count; i++) {
      Thread thread =
          Thread.ofPlatform().start(() -> clients.work(ApiClient.at(port), added, changed));
      clients.threads.add(thread);
    }
    return clients;
  }

  private void work(ApiClient client, String added, String changed) {
    for (long round = 0; !stopped; round++) {
      try {
        Answer made = expect(client, "POST", "/todos", added, 201);
        String path = made.header("Location");
        expect(client, "PATCH", path, changed, 200);
        expect(client, "PATCH", "/todos/" + (1 + round % 50), changed, 200);
        expect(client, "GET", "/todos", "", 200);
      } catch (RuntimeException | AssertionError e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
  }

  private Answer expect(ApiClient client, String method, String path, String json, int status) {
    long start = System.nanoTime();
    requests.incrementAndGet();
    Answer answer =
        switch (method) {
          case "POST" -> client.post(path, json);
          case "PATCH" -> client.patch(path, json);
          default -> client.get(path);
        };
    longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
    return answer.expect(status);
  }

  /** Waits until this many more requests were made. */
  void more(long count) {
    long wanted = requests.get() + count;
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (requests.get() < wanted) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the clients made only " + requests + " requests");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  long requests() {
    return requests.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  long longestMillis() {
    return longestNanos.get() / 1_000_000;
  }

  @Override
  public void close() {
    stop();
  }

  /** Waits until the last requests are answered. */
  void stop() {
    stopped = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
