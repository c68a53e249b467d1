package workshop.usersandanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.RunningApi;

/** Sign-ups seen live, as server-sent events. */
final class SignupStreamTest {

  @RegisterExtension static final TwoDatabases two = new TwoDatabases();

  @Test
  void aWatcherSeesEachNewNumberAndTheServerStopsWithoutWaitingForIt() throws Exception {
    RunningApi running = two.serve();
    BlockingQueue<String> numbers = new LinkedBlockingQueue<>();
    // Threads of its own: the common pool may have one, which the watcher would keep.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> answer = watch(client, running);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      Future<?> watching = threads.submit(() -> collect(answer.body(), numbers));
      try {
        assertThat(numbers.poll(10, TimeUnit.SECONDS)).isEqualTo("0");

        running.client().post("/users", "{\"email\": \"ada@example.org\"}").expect(201);

        assertThat(next(numbers)).isEqualTo("1");
        assertThat(threads.submit(running::close)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(watching).succeedsWithin(Duration.ofSeconds(10));
      } finally {
        client.shutdownNow();
      }
    }
  }

  private static void collect(Stream<String> lines, BlockingQueue<String> numbers) {
    lines
        .filter(line -> line.startsWith("data: "))
        .forEach(line -> numbers.add(line.substring("data: ".length())));
  }

  /** The first look of the job may send the first number once more. */
  private static String next(BlockingQueue<String> numbers) throws InterruptedException {
    String number = "0";
    while ("0".equals(number)) {
      number = numbers.poll(10, TimeUnit.SECONDS);
    }
    return String.valueOf(number);
  }

  private static HttpResponse<Stream<String>> watch(HttpClient client, RunningApi running)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + running.port() + "/analytics/signups/live");
    return client.send(
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(20))
            .header("Accept", "text/event-stream")
            .build(),
        BodyHandlers.ofLines());
  }
}
