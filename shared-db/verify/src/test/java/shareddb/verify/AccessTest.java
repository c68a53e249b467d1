package shareddb.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.ServerChoice;
import shareddb.migrate.Upgrade;
import shareddb.postgres.server.ServerDatabases;
import shareddb.verify.checks.CheckOutcome;
import shareddb.verify.checks.PublicClosed;
import shareddb.verify.checks.RoleRestricted;

/** What the role of an API may do, and what stands open in public. */
@Tag("long")
class AccessTest extends ChecklistCase {

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
    CheckOutcome outcome = module.look(new RoleRestricted(), Map.of());
    module.sql("DROP SCHEMA IF EXISTS other_a, other_b CASCADE");
    assertThat(outcome).isInstanceOf(CheckOutcome.Failed.class);
    assertThat(outcome.toString()).contains(complaint, "REVOKE");
  }

  @Test
  void roleMayMakeTemporaryTables() throws SQLException {
    String database = db.admin().database().quoted();
    module.sql("GRANT TEMPORARY ON DATABASE " + database + " TO " + module.role());
    assertFailed(
        module.check(Map.of()), "role of the API restricted", "TEMPORARY on database", "REVOKE");
  }

  /** The build's server leaves the database postgres open, as Postgres does by default. */
  @Test
  void roleMayConnectToOtherDatabasesOfOurServer() throws SQLException {
    module = at(db.admin(), ServerChoice.EMBEDDED);
    CheckOutcome outcome = module.look(new RoleRestricted(), Map.of());
    assertThat(outcome).isInstanceOf(CheckOutcome.Failed.class);
    assertThat(outcome.toString()).contains("may connect to database postgres", "REVOKE");
  }

  /** Where the module lives in another database too, its role belongs there as well. */
  @Test
  void roleMayConnectToWhereTheSameModuleLives() throws SQLException {
    DatabaseName home = new DatabaseName("home of " + db.admin().database());
    DatabaseName foreign = new DatabaseName("foreign to " + db.admin().database());
    Upgrade.run(module.track(), module.target().in(ServerDatabases.create(db.admin(), home)));
    ServerDatabases.create(db.admin(), foreign);
    module.sql("GRANT CONNECT ON DATABASE " + foreign.quoted() + " TO " + module.role());
    module = at(db.admin(), ServerChoice.EMBEDDED);
    String outcome = module.look(new RoleRestricted(), Map.of()).toString();
    ServerDatabases.drop(db.admin(), home);
    ServerDatabases.drop(db.admin(), foreign);
    assertThat(outcome).contains("may connect to database " + foreign).doesNotContain(home.value());
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
    CheckOutcome outcome = module.look(new PublicClosed(), Map.of());
    assertThat(outcome).isInstanceOf(CheckOutcome.Failed.class);
    assertThat(outcome.toString()).contains(complaint);
  }
}
