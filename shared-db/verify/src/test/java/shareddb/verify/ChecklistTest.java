package shareddb.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.base.settings.ServerChoice;
import shareddb.base.track.Target;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.verify.checks.CheckOutcome;
import shareddb.verify.checks.CheckSubject;
import shareddb.verify.checks.ConventionKept;
import shareddb.verify.checks.ServerUp;
import shareddb.verify.checks.TablesThere;

class ChecklistTest extends ChecklistCase {

  @Test
  void aSoundModulePassesEverything() throws SQLException {
    Map<String, CheckOutcome> outcomes = module.check(Map.of());
    assertThat(outcomes).hasSize(13).allSatisfy((title, outcome) -> assertOk(outcome));
    assertThat(outcomes.get("tables")).isEqualTo(new CheckOutcome.Ok("notes"));
    assertThat(of(outcomes, "API answers").toString()).contains("GET /notes: 200");
  }

  @Test
  void anotherSchemaIsLookedAtWithoutTheApi() throws SQLException {
    CheckSubject other =
        new CheckSubject(
            module.settings(),
            module.track(),
            new Target(db.admin(), new SchemaName("not there")),
            Map.of());
    CheckReport report = Checklist.run(other, finding -> {});
    assertThat(report.findings()).extracting(CheckFinding::title).doesNotContain("API answers");
    assertThat(report.passed()).isFalse();
    assertThat(report.findings().toString())
        .contains("./db upgrade " + module.name() + " --schema 'not there'");
  }

  @Test
  void serverDown() throws SQLException {
    Login nobody =
        new Login("127.0.0.1", 1, db.admin().database(), "admin", new Secret("x"), Map.of());
    module = at(nobody, ServerChoice.EXTERNAL);
    Map<String, CheckOutcome> outcomes = module.check(Map.of());
    module = at(db.admin(), ServerChoice.EXTERNAL);
    assertFailed(outcomes, "server", "127.0.0.1:1", "./db start");
    assertNotRun(outcomes, "schema", "history in the schema", "tables", "API answers");
    assertOk(of(outcomes, "undo scripts"));
  }

  @Test
  void serverNotStarted() throws SQLException {
    module = at(db.admin(), ServerChoice.EMBEDDED);
    assertThat(module.look(new ServerUp(), Map.of()))
        .isInstanceOfSatisfying(
            CheckOutcome.Failed.class, failed -> assertThat(failed.next()).isEqualTo("./db start"));
  }

  @Test
  void schemaDropped() throws SQLException {
    module.sql("DROP SCHEMA " + module.schema() + " CASCADE");
    Map<String, CheckOutcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "schema", module.schema() + " is not in", "./db upgrade");
    assertNotRun(outcomes, "history in the schema", "newest version", "API answers");
  }

  @Test
  void historyMovedToPublic() throws SQLException {
    module.sql("ALTER TABLE " + module.target().historyTable() + " SET SCHEMA public");
    Map<String, CheckOutcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "history in the schema", "in public", "SET SCHEMA " + module.schema());
    assertFailed(outcomes, "public empty and closed", "flyway_schema_history", "SET SCHEMA");
    assertNotRun(outcomes, "newest version", "files as applied", "API answers");
  }

  @Test
  void historyGone() throws SQLException {
    module.sql("DROP TABLE " + module.target().historyTable());
    assertFailed(module.check(Map.of()), "history in the schema", "no history", "./db reset");
  }

  @Test
  void versionBehind() throws SQLException {
    Downgrade.run(module.track(), module.target(), new DowngradeTo.Steps(1));
    Map<String, CheckOutcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "newest version", "at 1 of 2", "./db upgrade " + module.name());
    assertFailed(outcomes, "newest version", "V2__drop_drafts.sql", "./db upgrade");
    assertNotRun(outcomes, "API answers");
  }

  @Test
  void migrationEdited() throws IOException, SQLException {
    module.write("migrations/V2__drop_drafts.sql", "DROP TABLE IF EXISTS other;\n");
    Map<String, CheckOutcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "files as applied", "V2__drop_drafts.sql was edited", "new migration");
    assertFailed(outcomes, "files as applied", System.getProperty("user.name"), "./db reset");
  }

  @Test
  void migrationFileGone() throws IOException, SQLException {
    Files.delete(module.folder().resolve("migrations/V2__drop_drafts.sql"));
    Files.delete(module.folder().resolve("undo/U2__drop_drafts.sql"));
    assertFailed(
        module.check(Map.of()), "files as applied", "its file is gone", "put back what was");
  }

  @Test
  void undoScriptGone() throws IOException, SQLException {
    Files.delete(module.folder().resolve("undo/U1__initial.sql"));
    Map<String, CheckOutcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "undo scripts", "undo/U1__initial.sql", "write it");
    assertOk(of(outcomes, "API answers"));
  }

  @Test
  void fileMisnamed() throws IOException, SQLException {
    module.write("migrations/V3_one_underscore.sql", "SELECT 1;\n");
    Map<String, CheckOutcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "migration files", "V3_one_underscore.sql is misnamed", "rename");
    assertNotRun(outcomes, "undo scripts", "newest version", "API answers");
  }

  @Test
  void tableMissing() throws SQLException {
    module.sql("DROP TABLE " + module.schema() + ".notes");
    assertFailed(module.check(Map.of()), "tables", "notes", "./db reset " + module.name());
  }

  @Test
  void tableRenamed() throws IOException, SQLException {
    module.write(
        "migrations/V3__papers.sql",
        "ALTER TABLE IF EXISTS \"${flyway:defaultSchema}\".notes RENAME TO papers;\n");
    Upgrade.run(module.track(), module.target());
    assertThat(module.look(new TablesThere(), Map.of())).isEqualTo(new CheckOutcome.Ok("papers"));
  }

  @Test
  void conventionBroken() throws IOException, SQLException {
    module.write("docker-compose.yml", "services:\n");
    module.write("Makefile", "include ../module.mk\ndb-start:\n\techo no\n");
    module.write("migrations/V1__initial.sql", "-- no schema\nSELECT 1;\n");
    CheckOutcome outcome = module.look(new ConventionKept(), Map.of());
    assertThat(outcome).isInstanceOf(CheckOutcome.Failed.class);
    assertThat(outcome.toString())
        .contains("docker-compose.yml: a module has no server", "V1__initial.sql: does not begin")
        .contains("cp workshop/00_personal_todo/Makefile");
  }
}
