package workshop.usersandanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.migrate.role.ApiRole;

/** From one database to the other: at least once, counted once, whatever is in the way. */
@Tag("long")
final class RelayTest extends RelayCase {

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

  /**
   * Analytics has committed, and the relay did not note it: all of it comes again, and counts no
   * more.
   */
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
    var users = two.database("users");
    assertThatThrownBy(
            () ->
                users.execute(
                    "INSERT INTO \"05_users_and_analytics\".outbox (user_id, kind, payload)"
                        + " VALUES (1, 'left', '{}')"))
        .hasMessageContaining("permission denied");
    assertThat(two.target("users").apiRole()).isNotEqualTo(two.target("analytics").apiRole());
    assertThatThrownBy(
            () -> ApiRole.login(two.target("users").in(two.target("analytics").admin())).connect())
        .hasMessageContaining("permission denied for database");
  }
}
