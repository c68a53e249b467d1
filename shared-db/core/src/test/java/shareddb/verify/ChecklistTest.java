package shareddb.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.CoreDatabase;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Login;
import shareddb.settings.Secret;
import shareddb.settings.ServerChoice;
import shareddb.settings.Settings;

class ChecklistTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  private static final AtomicInteger COUNTER = new AtomicInteger();

  @TempDir Path root;

  private CheckedModule module;

  @BeforeEach
  void soundModule() throws IOException, SQLException {
    String name = "70_p" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    module = CheckedModule.make(root, name, db.login());
  }

  @AfterEach
  void removeIt() throws SQLException {
    module.remove();
  }

  @Test
  void aSoundModulePassesEverything() throws SQLException {
    Map<String, Outcome> outcomes = module.check(Map.of());
    assertThat(outcomes).hasSize(13).allSatisfy((title, outcome) -> assertOk(outcome));
    assertThat(outcomes.get("tables")).isEqualTo(new Outcome.Ok("notes"));
    assertThat(of(outcomes, "API answers").toString()).contains("GET /notes: 200");
  }

  @Test
  void anotherSchemaIsLookedAtWithoutTheApi() throws SQLException {
    Subject other =
        new Subject(
            module.settings(),
            module.track(),
            new Target(db.login(), new SchemaName("not there")),
            Map.of());
    Report report = Checklist.run(other, finding -> {});
    assertThat(report.findings()).extracting(Finding::title).doesNotContain("API answers");
    assertThat(report.passed()).isFalse();
    assertThat(report.findings().toString())
        .contains("./db upgrade " + module.name() + " --schema 'not there'");
  }

  @Test
  void serverDown() throws SQLException {
    Login nobody =
        new Login("127.0.0.1", 1, db.login().database(), "admin", new Secret("x"), Map.of());
    module = at(nobody, ServerChoice.EXTERNAL);
    Map<String, Outcome> outcomes = module.check(Map.of());
    module = at(db.login(), ServerChoice.EXTERNAL);
    assertFailed(outcomes, "server", "127.0.0.1:1", "./db start");
    assertNotRun(outcomes, "schema", "history in the schema", "tables", "API answers");
    assertOk(of(outcomes, "undo scripts"));
  }

  @Test
  void serverNotStarted() throws SQLException {
    module = at(db.login(), ServerChoice.EMBEDDED);
    assertThat(module.look(new ServerUp(), Map.of()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.next()).isEqualTo("./db start"));
  }

  @Test
  void schemaDropped() throws SQLException {
    module.sql("DROP SCHEMA " + module.schema() + " CASCADE");
    Map<String, Outcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "schema", module.schema() + " is not in", "./db upgrade");
    assertNotRun(outcomes, "history in the schema", "newest version", "API answers");
  }

  @Test
  void historyMovedToPublic() throws SQLException {
    module.sql("ALTER TABLE " + module.target().historyTable() + " SET SCHEMA public");
    Map<String, Outcome> outcomes = module.check(Map.of());
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
    Map<String, Outcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "newest version", "at 1 of 2", "./db upgrade " + module.name());
    assertFailed(outcomes, "newest version", "V2__drop_drafts.sql", "./db upgrade");
    assertNotRun(outcomes, "API answers");
  }

  @Test
  void migrationEdited() throws IOException, SQLException {
    module.write("migrations/V2__drop_drafts.sql", "DROP TABLE IF EXISTS other;\n");
    Map<String, Outcome> outcomes = module.check(Map.of());
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
    Map<String, Outcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "undo scripts", "undo/U1__initial.sql", "write it");
    assertOk(of(outcomes, "API answers"));
  }

  @Test
  void fileMisnamed() throws IOException, SQLException {
    module.write("migrations/V3_one_underscore.sql", "SELECT 1;\n");
    Map<String, Outcome> outcomes = module.check(Map.of());
    assertFailed(outcomes, "migration files", "V3_one_underscore.sql is misnamed", "rename");
    assertNotRun(outcomes, "undo scripts", "newest version", "API answers");
  }

  @Test
  void tableMissing() throws SQLException {
    module.sql("DROP TABLE " + module.schema() + ".notes");
    assertFailed(module.check(Map.of()), "tables", "notes", "./db reset " + module.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER ROLE %2$s CREATEDB                                  | attribute CREATEDB
          ALTER ROLE %2$s SUPERUSER                                 | attribute SUPERUSER
          GRANT pg_read_all_data TO %2$s                            | member of pg_read_all_data
          GRANT CREATE ON SCHEMA %1$s TO %2$s                       | CREATE on schema
          GRANT USAGE ON SCHEMA public TO %2$s                      | USAGE on schema public
          GRANT INSERT ON %1$s.flyway_schema_history TO %2$s        | INSERT on table
          GRANT TRUNCATE ON %1$s.notes TO %2$s                      | TRUNCATE on table
          ALTER TABLE %1$s.notes OWNER TO %2$s                      | it owns table
          CREATE SCHEMA other_a; GRANT USAGE ON SCHEMA other_a TO PUBLIC | USAGE on schema other_a
          CREATE SCHEMA other_b; CREATE TABLE other_b.t (); GRANT SELECT ON other_b.t TO %2$s | SELECT on table other_b.t
          """)
  void roleWidened(String sql, String complaint) throws SQLException {
    module.sql(sql.formatted(module.schema(), module.role()));
    Outcome outcome = module.look(new RoleRestricted(), Map.of());
    module.sql("DROP SCHEMA IF EXISTS other_a, other_b CASCADE");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.toString()).contains(complaint, "REVOKE");
  }

  @Test
  void roleMayMakeTemporaryTables() throws SQLException {
    String database = db.login().database().quoted();
    module.sql("GRANT TEMPORARY ON DATABASE " + database + " TO " + module.role());
    assertFailed(
        module.check(Map.of()), "role of the API restricted", "TEMPORARY on database", "REVOKE");
  }

  /** The build's server leaves the database postgres open, as Postgres does by default. */
  @Test
  void roleMayConnectToOtherDatabasesOfOurServer() throws SQLException {
    module = at(db.login(), ServerChoice.EMBEDDED);
    Outcome outcome = module.look(new RoleRestricted(), Map.of());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.toString()).contains("may connect to database postgres", "REVOKE");
  }

  @Test
  void roleCannotLogIn() throws SQLException {
    module.sql("ALTER ROLE " + module.role() + " PASSWORD 'another'");
    assertFailed(
        module.check(Map.of()), "role of the API restricted", "cannot log in", "./db upgrade");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE TABLE public.stray ()                    | table public.stray
          CREATE FUNCTION public.f() RETURNS int RETURN 1 | function public.f()
          CREATE TYPE public.mood AS ENUM ('good')        | type public.mood
          GRANT USAGE ON SCHEMA public TO PUBLIC          | (USAGE)
          GRANT CREATE ON SCHEMA public TO PUBLIC         | (CREATE)
          """)
  void publicUsed(String sql, String complaint) throws SQLException {
    module.sql(sql);
    Outcome outcome = module.look(new PublicClosed(), Map.of());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.toString()).contains(complaint);
  }

  @Test
  void conventionBroken() throws IOException, SQLException {
    module.write("docker-compose.yml", "services:\n");
    module.write("Makefile", "include ../module.mk\ndb-start:\n\techo no\n");
    module.write("migrations/V1__initial.sql", "-- no schema\nSELECT 1;\n");
    Outcome outcome = module.look(new ConventionKept(), Map.of());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.toString())
        .contains("docker-compose.yml: a module has no server", "V1__initial.sql: does not begin")
        .contains("cp workshop/00_personal_todo/Makefile");
  }

  private CheckedModule at(Login login, ServerChoice choice) {
    return new CheckedModule(root, module.name(), new Settings(root, choice, login, "the test"));
  }

  private static Outcome of(Map<String, Outcome> outcomes, String title) {
    return Objects.requireNonNull(outcomes.get(title), () -> "no check " + title);
  }

  private static void assertOk(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Ok.class);
  }

  private static void assertFailed(
      Map<String, Outcome> outcomes, String title, String what, String next) {
    assertThat(outcomes.get(title)).isInstanceOf(Outcome.Failed.class);
    Outcome.Failed failed = (Outcome.Failed) of(outcomes, title);
    assertThat(failed.what() + "\n" + failed.next()).contains(what, next);
  }

  private static void assertNotRun(Map<String, Outcome> outcomes, String... titles) {
    assertThat(outcomes).containsKeys(titles);
    for (String title : titles) {
      assertThat(outcomes.get(title)).as(title).isInstanceOf(Outcome.NotRun.class);
    }
  }
}
