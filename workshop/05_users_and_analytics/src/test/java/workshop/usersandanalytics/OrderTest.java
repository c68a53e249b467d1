package workshop.usersandanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happened to one user is told in the order in which it happened. */
@Tag("long")
final class OrderTest extends RelayCase {

  @Test
  void whatHappenedToAUserIsToldInOrder() throws SQLException {
    String ada = signUp("ada@one.example");
    two.sql("users", "UPDATE users SET email = 'ada@two.example' WHERE id = " + ada);
    two.sql("users", "UPDATE users SET email = 'ada@three.example' WHERE id = " + ada);
    relay.run();
    assertThat(people()).containsExactly("three.example 3 f");
    two.sql("users", "DELETE FROM users WHERE id = " + ada);
    relay.run();
    assertThat(people()).containsExactly("three.example 4 t");
    assertThat(
            two.sql("analytics", "SELECT concat_ws('/', signups, left_again) FROM signups_by_day"))
        .containsExactly("1/1");
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    gauges.register(meters);
    assertThat(meters.getMeters())
        .hasSize(3)
        .allSatisfy(
            meter -> assertThat(meters.get(meter.getId().getName()).gauge().value()).isZero());
  }

  /** The lower id may commit later: a reader that looks behind the last id only loses it. */
  @Test
  void aLowerIdThatCommitsLaterIsNotMissed() throws SQLException {
    try (Connection slow = two.connect("users")) {
      slow.setAutoCommit(false);
      TwoDatabases.sql(slow, "INSERT INTO users (email) VALUES ('slow@example.org')");
      signUp("quick@example.com");
      relay.run();
      assertThat(people()).containsExactly("example.com 1 f");
      slow.commit();
    }
    assertThat(two.sql("users", "SELECT string_agg(user_id::text, '<' ORDER BY id) FROM outbox"))
        .as("the slow one has the lower id")
        .isEqualTo(two.sql("users", "SELECT string_agg(id::text, '<' ORDER BY id) FROM users"));
    relay.run();
    assertThat(people()).containsExactly("example.com 1 f", "example.org 1 f");
  }

  /** The second change of one user waits for the first: its id is higher, and is seen later. */
  @Test
  void theOrderOfOneUserHoldsWhoeverCommitsWhen() throws Exception {
    String ada = signUp("ada@one.example");
    try (Connection first = two.connect("users");
        Connection second = two.connect("users");
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      first.setAutoCommit(false);
      String pid = TwoDatabases.sql(second, "SELECT pg_backend_pid()").getFirst();
      TwoDatabases.sql(first, change(ada, "ada@two.example"));
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> run(second, change(ada, "ada@three.example")), thread);
      Waiting.until(() -> isBlocked(pid), "the second change to wait");
      relay.run();
      assertThat(people()).containsExactly("one.example 1 f");
      first.commit();
      waiting.get();
    }
    relay.run();
    assertThat(people()).containsExactly("three.example 3 f");
    assertThat(refused()).isEmpty();
  }

  @Test
  void twoRelaysAndManyWritersKeepTheOrder() throws Exception {
    int users = 20;
    int changes = 15;
    Relay other = new Relay(new Outbox(two.database("users")), inbox::take, gauges);
    two.sql(
        "users",
        "INSERT INTO users (email) SELECT i || '@0.example' FROM generate_series(1, %d) AS i"
            .formatted(users));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      CompletableFuture<?>[] writers = {
        CompletableFuture.runAsync(() -> changeAll(changes), threads),
        CompletableFuture.runAsync(() -> changeAll(changes), threads)
      };
      CompletableFuture<Void> written = CompletableFuture.allOf(writers);
      CompletableFuture.allOf(
              CompletableFuture.runAsync(() -> runUntil(relay, written), threads),
              CompletableFuture.runAsync(() -> runUntil(other, written), threads))
          .get();
    }
    relay.run();
    assertThat(refused()).isEmpty();
    assertThat(two.sql("analytics", "SELECT DISTINCT version FROM people"))
        .containsExactly(String.valueOf(1 + 2 * changes));
    assertThat(domains("analytics", "domain", "people", "user_id"))
        .isEqualTo(domains("users", "split_part(email, '@', 2)", "users", "id"));
    assertThat(two.sql("analytics", "SELECT count(*) FROM seen_events"))
        .containsExactly(String.valueOf(users * (1 + 2 * changes)));
  }

  private void changeAll(int times) {
    try (Connection connection = two.connect("users")) {
      for (int i = 1; i <= times; i++) {
        // Each user by itself, so that the two writers meet at many of them.
        TwoDatabases.sql(
            connection,
            "DO $$ DECLARE one bigint; BEGIN FOR one IN SELECT id FROM users ORDER BY id LOOP"
                + " UPDATE users SET email = id || '@%s.example' WHERE id = one;"
                    .formatted(UUID.randomUUID())
                + " COMMIT; END LOOP; END $$");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void runUntil(Relay relay, CompletableFuture<Void> over) {
    while (!over.isDone()) {
      relay.run();
    }
  }

  private static List<String> domains(String part, String domain, String table, String id)
      throws SQLException {
    return two.sql(part, "SELECT %s FROM %s ORDER BY %s".formatted(domain, table, id));
  }

  private static boolean isBlocked(String pid) {
    try {
      return two.sql("users", "SELECT cardinality(pg_blocking_pids(" + pid + ")) > 0")
          .contains("t");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(Connection connection, String sql) {
    try {
      TwoDatabases.sql(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
