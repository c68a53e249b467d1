package workshop.usersandanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.RunningApi;

/** One database goes away and comes back: the other is served, and in the end nothing is lost. */
final class OutageTest {

  @RegisterExtension static final TwoDatabases two = new TwoDatabases();

  /** As many as the system property says: the full trial has 10,000. */
  private static final int SIGNUPS = Integer.getInteger("outage.signups", 400);

  private static final int PHASES = 5;
  private static final int CLIENTS = 8;

  private static RunningApi running;
  private static ApiClient api;

  @BeforeAll
  static void serve() {
    running = two.serve();
    api = ApiClient.at(running.port());
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  /** The test before may have left a pool that is only just finding its way back. */
  @BeforeEach
  void bothAreThere() {
    Waiting.until(() -> api.get("/ready").status() == 200, "both databases");
  }

  @Test
  void everySignUpCountsOnceThoughAnalyticsIsAwayTwice() throws SQLException {
    signUp(0);
    for (int phase = 1; phase < PHASES; phase += 2) {
      two.close("analytics");
      signUp(phase);
      if (phase == 1) {
        expectAway("analytics", "/analytics/signups");
        Waiting.until(() -> gauge("outbox_backlog") > 0, "the backlog to be seen");
      }
      two.open("analytics");
      Waiting.until(OutageTest::isCatchingUp, "analytics to be told of what it missed");
      signUp(phase + 1);
    }
    Instant end = Instant.now();
    Waiting.until(() -> counted() >= SIGNUPS, "all to be told");
    Waiting.until(() -> gauge("outbox_backlog") == 0, "the backlog to be gone");

    assertThat(counted()).isEqualTo(SIGNUPS);
    assertThat(two.sql("users", "SELECT count(*) FROM users")).containsExactly("" + SIGNUPS);
    assertThat(two.sql("analytics", "SELECT count(*) FROM seen_events"))
        .containsExactly("" + SIGNUPS);
    assertThat(two.sql("users", "SELECT count(*) FROM outbox WHERE delivered_at IS NULL"))
        .containsExactly("0");
    assertThat(byMonth()).isEqualTo(SIGNUPS);
    System.out.printf(
        "%d sign-ups, analytics away twice: each counted once; the last %d ms after its sign-up%n",
        SIGNUPS, Duration.between(end, Instant.now()).toMillis());
  }

  @Test
  void analyticsAnswersWhileUsersAreAway() throws SQLException {
    two.close("users");
    api.get("/analytics/signups").expect(200);
    expectAway("users", "/users");
    two.open("users");
    Waiting.until(() -> api.get("/ready").status() == 200, "users to be back");
    api.get("/users").expect(200);
  }

  @Test
  void aProcessThatStartsWhileAnalyticsIsAwayServesUsers() throws SQLException {
    two.close("analytics");
    try (RunningApi other = two.serve()) {
      ApiClient.at(other.port()).get("/users").expect(200);
      two.open("analytics");
      Waiting.until(
          () -> ApiClient.at(other.port()).get("/analytics/signups").status() == 200,
          "analytics to be back");
    }
  }

  private static void expectAway(String part, String path) {
    // Side by side: each waits for a connection before it gives up.
    CompletableFuture<Answer> ready = CompletableFuture.supplyAsync(() -> api.get("/ready"));
    api.get(path).expectProblem(503, "unavailable", "cannot be reached");
    ready.join().expectProblem(503, "unavailable", "05_users_and_analytics/" + part);
  }

  /** Many at once, each of whom is told 201, whatever analytics does. */
  private static void signUp(int phase) {
    int each = SIGNUPS / PHASES / CLIENTS;
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      CompletableFuture.allOf(
              IntStream.range(0, CLIENTS)
                  .mapToObj(client -> "c" + client + ".p" + phase)
                  .map(who -> CompletableFuture.runAsync(() -> signUp(who, each), clients))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    }
  }

  private static void signUp(String who, int times) {
    for (int i = 0; i < times; i++) {
      api.post("/users", "{\"email\": \"%s.%d@example.org\"}".formatted(who, i)).expect(201);
    }
  }

  private static boolean isCatchingUp() {
    return counted() > 0 && gauge("outbox_refused") == 0 && counted() > waiting();
  }

  private static long waiting() {
    return number("users", "SELECT count(*) FROM outbox WHERE delivered_at IS NULL");
  }

  private static long counted() {
    return number("analytics", "SELECT coalesce(sum(signups), 0) FROM signups_by_day");
  }

  private static long number(String part, String sql) {
    try {
      return Long.parseLong(two.sql(part, sql).getFirst());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long byMonth() {
    return api.get("/analytics/signups?by=month").expect(200).items().stream()
        .mapToLong(month -> month.get("signups").asLong())
        .sum();
  }

  private static long gauge(String name) {
    return api.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}
