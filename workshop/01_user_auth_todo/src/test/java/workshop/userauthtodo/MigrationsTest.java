package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.tracktesting.TrackRoundTrip;

/** The module's migrations and their undo scripts, with rows in the tables. */
class MigrationsTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("01_user_auth_todo");

  @Test
  void upDownAndUpAgainGiveTheSameSchemaEachTime() throws SQLException {
    assertThat(
            TrackRoundTrip.deviations(
                db.track(), db.admin(), (version, admin) -> insert(admin, version)))
        .isEmpty();
  }

  @Test
  void rowsSurviveTheWayDownAndUp() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("surviving"));
    Upgrade.run(db.track(), target, Version.parse("3"));
    try (Connection admin = db.admin().connect()) {
      run(admin, "SET search_path = surviving");
      insert(admin, Version.parse("3"));
      String rows =
          """
          SELECT string_agg(concat_ws('|', users, sessions.id, sessions.expires_at, todos.id, title),
                            ';' ORDER BY todos.id)
          FROM (SELECT id, email, password_hash, created_at FROM users) AS users
          JOIN sessions ON sessions.user_id = users.id JOIN todos ON todos.user_id = users.id
          """;
      List<String> before = column(admin, rows);
      assertThat(before).hasSize(1).doesNotContainNull();

      Upgrade.run(db.track(), target);
      assertThat(column(admin, rows)).isEqualTo(before);
      assertThat(column(admin, "SELECT last_seen_at = created_at FROM sessions")).containsOnly("t");
      Downgrade.run(db.track(), target, new DowngradeTo.TheVersion(Version.parse("3")));
      assertThat(column(admin, rows)).isEqualTo(before);
    }
  }

  @Test
  void twoAccountsOfOneEmailAreForAPersonToSortOut() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("twice"));
    Upgrade.run(db.track(), target, Version.parse("3"));
    try (Connection admin = db.admin().connect()) {
      run(
          admin,
          """
          INSERT INTO twice.users (email, password_hash)
          VALUES ('ada@example.org', '$argon2id$'), ('bob@example.org', '$argon2id$'),
                 ('Ada@Example.org', '$argon2id$')
          """);

      UpgradeResult result = Upgrade.run(db.track(), target, Version.parse("4"));

      assertThat(result).isInstanceOf(UpgradeResult.Failed.class);
      assertThat(((UpgradeResult.Failed) result).report())
          .contains("users with one email but for upper and lower case: 1, 3")
          .doesNotContain("ada@");
      run(admin, "DELETE FROM twice.users WHERE id = 3");
      assertThat(Upgrade.run(db.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    }
  }

  @Test
  void noPasswordAndNoTokenCanBeStoredAsItIs() throws SQLException {
    try (Connection api = db.api().connect()) {
      run(api, "SET search_path = \"01_user_auth_todo\"");
      assertThat(
              failure(api, "INSERT INTO users (email, password_hash) VALUES ('a@b.c', 'secret')"))
          .contains("users_password_is_hashed");
      run(api, "INSERT INTO users (email, password_hash) VALUES ('a@b.c', '$argon2id$')");
      run(
          api,
          "SELECT set_config('app.user_id', (SELECT user_id FROM credentials_of('A@b.c'))::text,"
              + " false)");
      assertThat(
              failure(
                  api,
                  """
                  INSERT INTO sessions (user_id, token_hash, expires_at, ends_at)
                  VALUES (current_user_id(), 'secret', now(), now())
                  """))
          .contains("sessions_token_is_hashed");
    }
  }

  /** A few rows in every table that there is, as they come about one after the other. */
  private static void insert(Connection admin, Version version) throws SQLException {
    int number = Integer.parseInt(version.toString());
    run(
        admin,
        "INSERT INTO users (email, password_hash) VALUES ('u%d@example.org', '$argon2id$')"
            .formatted(number));
    if (number >= 2) {
      run(
          admin,
          """
          INSERT INTO sessions (user_id, token_hash, expires_at, ends_at)
          SELECT id, sha256(email::bytea || '%d'), now(), now() + interval '1 day' FROM users
          """
              .formatted(number));
    }
    if (number >= 3) {
      run(admin, "INSERT INTO todos (user_id, title) SELECT id, 'of ' || email FROM users");
    }
    if (number >= 7) {
      run(admin, "INSERT INTO login_places (place) VALUES (sha256('%d'))".formatted(number));
      run(
          admin,
          "INSERT INTO login_limits (bucket, tries, ends_at %s) VALUES (sha256('%d'), 1, now() %s)"
              .formatted(number < 9 ? "" : ", kind", number, number < 9 ? "" : ", 'address'"));
    }
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    run(connection, "SET search_path = surviving");
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static String failure(Connection connection, String sql) {
    try {
      run(connection, sql);
      return "no failure";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
