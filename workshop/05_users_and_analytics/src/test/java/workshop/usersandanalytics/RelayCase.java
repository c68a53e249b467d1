package workshop.usersandanalytics;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A relay between two databases with nothing in them. */
abstract class RelayCase {

  @RegisterExtension static final TwoDatabases two = new TwoDatabases();

  Outbox outbox;
  Inbox inbox;
  Relay relay;
  final BacklogGauges gauges = new BacklogGauges();

  @BeforeEach
  void empty() throws SQLException {
    two.sql("users", "TRUNCATE users, outbox");
    two.sql("analytics", "TRUNCATE people, seen_events, signups_by_day");
    outbox = new Outbox(two.database("users"));
    inbox = new Inbox(two.database("analytics"));
    relay = new Relay(outbox, inbox::take, gauges);
  }

  static String signUp(String email) throws SQLException {
    return two.sql("users", "INSERT INTO users (email) VALUES ('" + email + "') RETURNING id")
        .getFirst();
  }

  static String change(String id, String email) {
    return "UPDATE users SET email = '" + email + "' WHERE id = " + id;
  }

  static List<String> people() throws SQLException {
    return two.sql(
        "analytics",
        "SELECT concat_ws(' ', domain, version, left_at IS NOT NULL) FROM people ORDER BY 1");
  }

  static List<String> signups() throws SQLException {
    return two.sql("analytics", "SELECT sum(signups) FROM signups_by_day");
  }

  static List<String> refused() throws SQLException {
    return two.sql(
        "users",
        "SELECT refusals || ' ' || refused_because FROM outbox WHERE delivered_at IS NULL"
            + " AND refusals > 0");
  }
}
