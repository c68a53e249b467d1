package shareddb.tenants.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.tenants.fleet.run.FleetFixture;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** New targets of a fleet begin with the base script; targets with a history do not run it. */
final class FleetBaseScriptTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void newTargetsBeginWithTheBaseScript() throws SQLException {
    FleetFixture fleet = FleetFixture.of(db.admin(), temporary, "base", 3);
    new FleetFixture(fleet.login(), fleet.folder(), fleet.members().subList(0, 1))
        .up(FleetFixture.ONE);
    fleet
        .folder()
        .write(
            "migrations/B2__base.sql",
            """
            CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
            CREATE TABLE "${flyway:defaultSchema}".notes (
                id     bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notes_pkey PRIMARY KEY,
                body   text NOT NULL,
                author text DEFAULT 'me; $1'
            );
            GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
            GRANT SELECT, INSERT ON "${flyway:defaultSchema}".notes TO "${api_role}";
            """)
        .up("3__color", FleetFixture.alter("ADD COLUMN color text"));

    assertThat(FleetFixture.done(fleet.up()).isWhole()).isTrue();

    assertThat(outline(fleet, 1)).isEqualTo("1 SQL, 2 SQL, 3 SQL");
    assertThat(outline(fleet, 2)).isEqualTo("2 SQL_BASELINE, 3 SQL");
    assertThat(outline(fleet, 3)).isEqualTo("2 SQL_BASELINE, 3 SQL");
    assertThat(fleet.status().behind()).isEmpty();
    assertThat(fleet.status().wrong()).isEmpty();
  }

  private static String outline(FleetFixture fleet, int number) throws SQLException {
    return Sql.text(
        fleet.login(),
        "SELECT string_agg(version || ' ' || type, ', ' ORDER BY installed_rank) FROM "
            + fleet.target(number).historyTable()
            + " WHERE version IS NOT NULL");
  }
}
