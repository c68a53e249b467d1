package workshop.requirementssharedschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
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
import workshop.requirements.suite.Statements;

/** The module's migrations and their undo scripts, with rows in the tables. */
class MigrationsTest {

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("02_requirements_shared_schema");

  @Test
  void upDownAndUpAgainGiveTheSameSchemaEachTime() throws SQLException {
    assertThat(
            TrackRoundTrip.deviations(
                db.track(), db.admin(), (version, admin) -> insert(admin, version)))
        .isEmpty();
  }

  @Test
  void whatIsThereAlreadyGetsItsKeysInTheOrderInWhichItCameAndKeepsThem() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("numbered"));
    Upgrade.run(db.track(), target, Version.parse("4"));
    try (Connection admin = db.admin().connect()) {
      Statements.run(
          admin,
          """
          SET search_path = numbered;
          INSERT INTO projects (name) VALUES ('one'), ('none'), ('other');
          INSERT INTO requirements (project_id, title)
          VALUES (1, 'a'), (3, 'b'), (1, 'c'), (1, 'd'), (3, 'e')
          """);
      String keys =
          """
          SELECT concat_ws(' ', project_id, title, number, last_number)
          FROM requirements JOIN projects ON projects.id = project_id ORDER BY requirements.id
          """;

      Upgrade.run(db.track(), target);
      assertThat(Statements.column(admin, keys))
          .containsExactly("1 a 1 3", "3 b 1 2", "1 c 2 3", "1 d 3 3", "3 e 2 2");
      Statements.run(admin, "INSERT INTO requirements (project_id, title) VALUES (1, 'f')");
      assertThat(Statements.column(admin, keys)).last().isEqualTo("1 f 4 4");
      Downgrade.run(db.track(), target, new DowngradeTo.TheVersion(Version.parse("4")));
      Upgrade.run(db.track(), target);
      assertThat(Statements.column(admin, keys)).last().isEqualTo("1 f 4 4");
    }
  }

  @Test
  void aNumberThatWasTakenInVainIsGivenAgain() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("gapless"));
    Upgrade.run(db.track(), target);
    try (Connection admin = db.admin().connect()) {
      String add = "INSERT INTO requirements (project_id, title) VALUES (1, 'a')";
      Statements.run(admin, "SET search_path = gapless; INSERT INTO projects (name) VALUES ('p')");
      Statements.run(admin, "BEGIN; " + add + "; ROLLBACK; " + add);

      assertThat(Statements.column(admin, "SELECT number FROM requirements")).containsExactly("1");
    }
  }

  @Test
  void theHistoryIsWrittenByTheDatabaseAlsoForWhoSaysNothing() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("told"));
    Upgrade.run(db.track(), target);
    try (Connection admin = db.admin().connect()) {
      Statements.run(
          admin,
          """
          SET search_path = told;
          INSERT INTO projects (name) VALUES ('p');
          INSERT INTO requirements (project_id, title) VALUES (1, 'a');
          UPDATE requirements SET title = 'b', status = 'done';
          UPDATE requirements SET title = 'b';
          SET app.user_email = 'ada@example.org';
          UPDATE requirements SET priority = 'high'
          """);

      assertThat(
              Statements.column(
                  admin,
                  """
                  SELECT concat_ws(' ', field, before, after,
                                   replace(changed_by, session_user, 'login'))
                  FROM cell_history ORDER BY id
                  """))
          .containsExactlyInAnyOrder(
              "title a b login", "status draft done login", "priority medium high ada@example.org");
    }
  }

  /** A few rows in every table that there is, as they come about one after the other. */
  private static void insert(Connection admin, Version version) throws SQLException {
    int number = Integer.parseInt(version.toString());
    Statements.run(
        admin,
        """
        INSERT INTO projects (name) VALUES ('p%1$d');
        INSERT INTO users (email) VALUES ('u%1$d@example.org');
        INSERT INTO user_projects (project_id, user_id, role) VALUES (%1$d, %1$d, 'owner')
        """
            .formatted(number));
    if (number >= 2) {
      Statements.run(
          admin, "INSERT INTO requirements (project_id, title) SELECT id, 'r' FROM projects");
    }
    if (number >= 3) {
      Statements.run(
          admin,
          """
          INSERT INTO groups (project_id, name) SELECT id, 'g%d' FROM projects;
          UPDATE requirements AS r SET group_id = g.id
          FROM groups AS g WHERE g.project_id = r.project_id
          """
              .formatted(number));
    }
  }
}
