package shareddb.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.migrate.Upgrade;
import shareddb.names.DatabaseName;
import shareddb.server.Databases;
import shareddb.settings.ServerChoice;

/** What the role of an API may do, and what stands open in public. */
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

  /** Where the module lives in another database too, its role belongs there as well. */
  @Test
  void roleMayConnectToWhereTheSameModuleLives() throws SQLException {
    DatabaseName home = new DatabaseName("home of " + db.login().database());
    DatabaseName foreign = new DatabaseName("foreign to " + db.login().database());
    Upgrade.run(module.track(), module.target().in(Databases.create(db.login(), home)));
    Databases.create(db.login(), foreign);
    module.sql("GRANT CONNECT ON DATABASE " + foreign.quoted() + " TO " + module.role());
    module = at(db.login(), ServerChoice.EMBEDDED);
    String outcome = module.look(new RoleRestricted(), Map.of()).toString();
    Databases.drop(db.login(), home);
    Databases.drop(db.login(), foreign);
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
    Outcome outcome = module.look(new PublicClosed(), Map.of());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.toString()).contains(complaint);
  }
}
