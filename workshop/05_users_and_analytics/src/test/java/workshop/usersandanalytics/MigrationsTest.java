package workshop.usersandanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.tracktesting.TrackRoundTrip;

/** The migrations of both tracks and their undo scripts, with rows in the tables. */
final class MigrationsTest {

  @RegisterExtension static final TwoDatabases two = new TwoDatabases();

  @Test
  void theUsersGoUpDownAndUpAgain() throws SQLException {
    assertThat(
            TrackRoundTrip.deviations(
                track("users"),
                target("users", "any").admin(),
                (version, admin) -> {
                  run(admin, "INSERT INTO users (email) VALUES ('" + version + "@a')");
                  run(admin, "UPDATE users SET email = '1' || email");
                }))
        .isEmpty();
  }

  @Test
  void analyticsGoesUpDownAndUpAgain() throws SQLException {
    assertThat(
            TrackRoundTrip.deviations(
                track("analytics"),
                target("analytics", "any").admin(),
                (version, admin) ->
                    run(
                        admin,
                        "INSERT INTO signups_by_day (day, signups) VALUES ('2026-01-0"
                            + version
                            + "', 7)")))
        .isEmpty();
  }

  /** Those who were there before the outbox are told of with it, and those after it each once. */
  @Test
  void whoWasThereBeforeTheOutboxIsToldOfToo() throws SQLException {
    Target target = target("users", "early");
    Upgrade.run(track("users"), target, Version.parse("1"));
    two.sql("users", "INSERT INTO early.users (email, created_at) VALUES ('a@b', '2001-02-03')");
    Upgrade.run(track("users"), target);
    two.sql("users", "INSERT INTO early.users (email) VALUES ('c@d')");
    assertThat(
            two.sql(
                "users",
                "SELECT concat_ws(' ', kind, version, payload ->> 'domain',"
                    + " extract(year FROM happened_at) = 2001) FROM early.outbox ORDER BY id"))
        .containsExactly("signed_up 1 b t", "signed_up 1 d f");
  }

  private static Track track(String part) {
    return two.workshop().modules().getFirst().tracks().stream()
        .filter(track -> track.part().orElseThrow().equals(part))
        .findFirst()
        .orElseThrow();
  }

  private static Target target(String part, String schema) {
    return Target.of(two.admin(), track(part), new SchemaName(schema));
  }

  private static void run(Connection admin, String sql) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }
}
