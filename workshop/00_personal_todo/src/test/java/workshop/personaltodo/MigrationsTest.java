package workshop.personaltodo;

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
import shareddb.tracktesting.MigratedDatabase;
import shareddb.tracktesting.TrackRoundTrip;

/** The module's migrations and their undo scripts, with rows in the table. */
final class MigrationsTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("00_personal_todo");

  private static final Version ONE = Version.parse("1");

  @Test
  void upDownAndUpAgainGiveTheSameSchemaEachTime() throws SQLException {
    assertThat(
            TrackRoundTrip.deviations(
                db.track(),
                db.admin(),
                (version, admin) ->
                    run(admin, "INSERT INTO todos (title) VALUES ('at " + version + "')")))
        .isEmpty();
  }

  @Test
  void rowsThatFitBothVersionsSurviveTheWayDownAndUp() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("surviving rows"));
    Upgrade.run(db.track(), target, ONE);
    try (Connection admin = db.admin().connect()) {
      run(
          admin,
          """
          INSERT INTO "surviving rows".todos (title, description, is_completed, created_at)
          VALUES ('done', 'with words', true, '2001-02-03 04:05:06+00'),
                 ('open', NULL, NULL, '2002-03-04 05:06:07+00')
          """);
      String wanted =
          """
          [1, done, with words, t, 2001-02-03 04:05:06+00, \
          2, open, null, f, 2002-03-04 05:06:07+00]\
          """;

      Upgrade.run(db.track(), target);
      assertThat(rows(admin)).hasToString(wanted);
      Downgrade.run(db.track(), target, new DowngradeTo.TheVersion(ONE));
      assertThat(rows(admin)).hasToString(wanted);
      Upgrade.run(db.track(), target);
      assertThat(rows(admin)).hasToString(wanted);
    }
  }

  @Test
  void whatWasInTheBinDoesNotComeBackWhenTheBinIsUndone() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("bin"));
    Upgrade.run(db.track(), target);
    try (Connection admin = db.admin().connect()) {
      run(
          admin,
          "INSERT INTO bin.todos (title, deleted_at) VALUES ('kept', NULL), ('deleted', now())");

      Downgrade.run(db.track(), target, new DowngradeTo.TheVersion(Version.parse("2")));

      assertThat(column(admin, "SELECT title FROM bin.todos")).containsExactly("kept");
    }
  }

  @Test
  void theDatabaseKeepsUpdatedAt() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("touched"));
    Upgrade.run(db.track(), target);
    try (Connection admin = db.admin().connect()) {
      run(
          admin,
          "INSERT INTO touched.todos (title, updated_at) VALUES ('a', '2001-01-01'), ('b',"
              + " '2001-01-01')");
      run(admin, "UPDATE touched.todos SET title = 'changed' WHERE title = 'a'");
      run(admin, "UPDATE touched.todos SET title = title WHERE title = 'b'");

      assertThat(column(admin, "SELECT title FROM touched.todos WHERE updated_at > '2002-01-01'"))
          .as("only what really changed")
          .containsExactly("changed");
    }
  }

  @Test
  void aTitleIsNeverBlank() throws SQLException {
    try (Connection api = db.api().connect()) {
      for (String blank : List.of("''", "'  '", "E'\\t\\n'")) {
        assertThat(
                failure(
                    api, "INSERT INTO \"00_personal_todo\".todos (title) VALUES (" + blank + ")"))
            .contains("todos_title_not_blank");
      }
    }
  }

  private static List<String> rows(Connection admin) throws SQLException {
    return column(
        admin,
        """
        SELECT unnest(ARRAY[id::text, title, coalesce(description, 'null'),
                            coalesce(is_completed, false)::text::char, created_at::text])
        FROM (SELECT * FROM "surviving rows".todos ORDER BY id) AS todos
        """);
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
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
