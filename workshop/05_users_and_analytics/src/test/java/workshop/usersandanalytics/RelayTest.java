package workshop.usersandanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From one database to the other: at least once, counted once, in order for each user. */
final class RelayTest {

  @RegisterExtension static final TwoDatabases two = new TwoDatabases();

  private Outbox outbox;
  private Inbox inbox;
  private Relay relay;
  private final BacklogGauges gauges = new BacklogGauges();

  @BeforeEach
  void empty() throws SQLException {
    two.sql("users", "TRUNCATE users, outbox");
    two.sql("analytics", "TRUNCATE people, seen_events, signups_by_day");
    outbox = new Outbox(two.database("users"));
    inbox = new Inbox(two.database("analytics"));
    relay = new Relay(outbox, inbox::take, gauges);
  }

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
    assertThat(gauges.gauges())
        .extracting(gauge -> gauge.value().get().longValue())
        .containsOnly(0L);
  }

  @Test
  void aSignUpThatIsTakenBackIsNotTold() throws SQLException {
    try (Connection connection = two.connect("users")) {
      connection.setAutoCommit(false);
      TwoDatabases.sql(connection, "INSERT INTO users (email) VALUES ('ada@example.org')");
      connection.rollback();
    }
    relay.run();
    assertThat(people()).isEmpty();
  }

  /** Who takes the lower id may commit later: whoever looks behind the last id only loses it. */
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

  /** Analytics has committed, and nobody noted it: all of it comes again, and counts no more. */
  @Test
  void aRelayThatIsKilledInBetweenCountsNothingTwice() throws SQLException {
    String ada = signUp("ada@one.example");
    signUp("bob@one.example");
    two.sql("users", change(ada, "ada@two.example"));
    assertThatThrownBy(() -> outbox.deliver(10, this::takeAndLoseTheOtherSide))
        .isInstanceOf(DataAccessException.class);
    assertThat(signups()).containsExactly("2");
    assertThat(outbox.backlog().waiting()).isEqualTo(3);
    relay.run();
    assertThat(signups()).containsExactly("2");
    assertThat(people()).containsExactly("one.example 1 f", "two.example 2 f");
    assertThat(outbox.backlog()).isEqualTo(Backlog.NONE);
  }

  private List<Verdict> takeAndLoseTheOtherSide(List<Event> events) {
    List<Verdict> verdicts = inbox.take(events);
    try {
      two.endSessions("users");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return verdicts;
  }

  /** A statement that takes too long is ended, with all that it did: fewer at once get through. */
  @Test
  void whatIsTooMuchAtOnceComesInSmallerBatches() throws SQLException {
    two.sql(
        "users", "INSERT INTO users (email) SELECT i || '@a.b' FROM generate_series(1, 600) AS i");
    List<Integer> sizes = new ArrayList<>();
    Relay halving = new Relay(outbox, events -> takeUpTo(100, events, sizes), gauges);
    for (int tries = 0; tries < 20 && outbox.backlog().waiting() > 0; tries++) {
      try {
        halving.run();
      } catch (IllegalStateException tooMany) {
        assertThat(tooMany).hasMessage("too many");
      }
    }
    assertThat(signups()).containsExactly("600");
    assertThat(sizes.subList(0, 4)).containsExactly(500, 250, 125, 62);
  }

  private List<Verdict> takeUpTo(int most, List<Event> events, List<Integer> sizes) {
    sizes.add(events.size());
    if (events.size() > most) {
      throw new IllegalStateException("too many");
    }
    return inbox.take(events);
  }

  @Test
  void ofTwoRelaysOneDelivers() throws SQLException {
    signUp("ada@example.org");
    Outbox other = new Outbox(two.database("users"));
    outbox.deliver(
        10,
        events -> {
          assertThat(other.deliver(10, inbox::take)).as("while the first one delivers").isZero();
          return inbox.take(events);
        });
    assertThat(signups()).containsExactly("1");
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

  @Test
  void whatIsRefusedHoldsUpTheSameUserAndNobodyElse() throws SQLException {
    String ada = signUp("ada@example.org");
    two.sql("users", "UPDATE outbox SET payload = '{}' WHERE user_id = " + ada);
    two.sql("users", change(ada, "ada@example.net"));
    signUp("bob@example.com");
    relay.run();
    relay.run();
    assertThat(people()).containsExactly("example.com 1 f");
    assertThat(refused()).singleElement().asString().contains("1 null value in column \"domain\"");
    assertThat(outbox.backlog().waiting()).isEqualTo(2);
    assertThat(outbox.backlog().refused()).isEqualTo(1);

    two.sql("users", "UPDATE outbox SET next_try_at = now() WHERE next_try_at IS NOT NULL");
    relay.run();
    assertThat(refused()).singleElement().asString().startsWith("2 ");
    two.sql(
        "users",
        "UPDATE outbox SET payload = '{\"domain\": \"example.org\"}', next_try_at = now()"
            + " WHERE refusals > 0");
    relay.run();
    assertThat(people()).containsExactly("example.com 1 f", "example.net 2 f");
  }

  @Test
  void whatIsOverIsClearedAway() throws SQLException {
    signUp("ada@example.org");
    relay.run();
    two.sql("users", "UPDATE outbox SET delivered_at = now() - interval '6 days 23 hours'");
    two.sql("analytics", "UPDATE seen_events SET seen_at = now() - interval '29 days'");
    assertThat(outbox.clear() + inbox.forget()).isZero();
    two.sql(
        "users",
        "INSERT INTO outbox (user_id, kind, payload, delivered_at)"
            + " SELECT -i, 'left', '{}', '2001-01-01' FROM generate_series(1, %d) AS i"
                .formatted(Outbox.CLEARED_AT_ONCE + 1));
    two.sql("analytics", "UPDATE seen_events SET seen_at = now() - interval '31 days'");
    assertThat(outbox.clear()).isEqualTo(Outbox.CLEARED_AT_ONCE);
    assertThat(outbox.clear()).isEqualTo(1);
    assertThat(inbox.forget()).isEqualTo(1);
  }

  /** What the API's roles may do: neither gets to the other side, and none invents events. */
  @Test
  void aRoleIsForOneDatabaseAndWritesNoEvents() {
    var users = two.database("users").sql();
    assertThatThrownBy(
            () ->
                users.execute(
                    "INSERT INTO \"05_users_and_analytics\".outbox (user_id, kind, payload)"
                        + " VALUES (1, 'left', '{}')"))
        .hasMessageContaining("permission denied");
    assertThat(two.target("users").apiRole()).isNotEqualTo(two.target("analytics").apiRole());
    assertThatThrownBy(
            () ->
                shareddb.migrate.ApiRole.login(
                        two.target("users").in(two.target("analytics").admin()))
                    .connect())
        .hasMessageContaining("permission denied for database");
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

  private static String signUp(String email) throws SQLException {
    return two.sql("users", "INSERT INTO users (email) VALUES ('" + email + "') RETURNING id")
        .getFirst();
  }

  private static String change(String id, String email) {
    return "UPDATE users SET email = '" + email + "' WHERE id = " + id;
  }

  private static List<String> people() throws SQLException {
    return two.sql(
        "analytics",
        "SELECT concat_ws(' ', domain, version, left_at IS NOT NULL) FROM people ORDER BY 1");
  }

  private static List<String> signups() throws SQLException {
    return two.sql("analytics", "SELECT sum(signups) FROM signups_by_day");
  }

  private static List<String> refused() throws SQLException {
    return two.sql(
        "users",
        "SELECT refusals || ' ' || refused_because FROM outbox WHERE delivered_at IS NULL"
            + " AND refusals > 0");
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
