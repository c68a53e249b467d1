package workshop.personaltodo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import shareddb.web.json.Json;
import shareddb.webtesting.OwnServer;
import shareddb.webtesting.RunningApi;

/** Many writers at once, while the database is stopped and started under them. */
final class Outage {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI todos;
  private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  Outage(RunningApi running) {
    this.todos = URI.create("http://127.0.0.1:" + running.port() + "/todos");
  }

  /** Runs for as long as is given, and longer where that is needed to see the gap and its end. */
  void run(OwnServer server, int writers, Duration duration) {
    Instant end = Instant.now().plus(duration);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, writers).forEach(writer -> threads.execute(() -> write(writer)));
      try {
        int before = writers * 2;
        await("writes before the gap", () -> acknowledged.size() > before);
        server.stop();
        await("a refusal in the gap", () -> refused.get() > 0);
        int inGap = acknowledged.size();
        server.start();
        await("writes after the gap", () -> acknowledged.size() > inGap + writers);
        await("the end", () -> Instant.now().isAfter(end));
      } finally {
        over = true;
      }
    }
  }

  /** What the API said it had written: the title of each id. */
  Map<Long, String> acknowledged() {
    return acknowledged;
  }

  int refused() {
    return refused.get();
  }

  /** Every answer that was neither 201 nor 503, and every request without one. */
  Queue<String> unexpected() {
    return unexpected;
  }

  private void write(int writer) {
    for (int i = 0; !over; i++) {
      String title = "writer " + writer + " no " + i;
      try {
        HttpResponse<String> answer = client.send(post(title), BodyHandlers.ofString());
        switch (answer.statusCode()) {
          case 201 ->
              acknowledged.put(Json.mapper().readTree(answer.body()).get("id").asLong(), title);
          case 503 -> {
            refused.incrementAndGet();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
          }
          default -> unexpected.add(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException | InterruptedException e) {
        unexpected.add(e.toString());
      }
    }
  }

  private HttpRequest post(String title) {
    return HttpRequest.newBuilder(todos)
        .timeout(LIMIT)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"title\": \"" + title + "\"}"))
        .build();
  }

  private static void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("waited " + LIMIT + " for " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
