package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.track.InvalidTrack;
import shareddb.testing.TestDatabase;

/** What scripts do to the session that they share with other targets. */
final class FleetSessionTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void aScriptThatResetsEverythingIsAppliedAllTheSame() throws SQLException {
    FleetFixture fleet = fleet("resets", 2);
    fleet.folder().up("3__resets", "RESET ALL;");
    assertThat(FleetFixture.done(fleet.up()).moved()).isEqualTo(2);
  }

  @Test
  void aScriptThatCommitsByItselfIsRefusedBeforeAnythingIsRun() {
    FleetFixture fleet = fleet("refused", 2);
    fleet.folder().up("3__commits", "SELECT 1; /* so */ COMMIT; SELECT 2;");
    assertThatExceptionOfType(InvalidTrack.class)
        .isThrownBy(fleet::up)
        .withMessageContaining("V3__commits.sql line 1: COMMIT");
  }

  @Test
  void aScriptThatSaysThatItCommitsByItselfIsNotSentInOneGo() throws SQLException {
    FleetFixture fleet = fleet("commits", 2);
    fleet
        .folder()
        .up("3__commits", "SELECT 1; /* so */ COMMIT; SELECT nothing;")
        .write("migrations/V3__commits.sql.conf", "executeInTransaction=false");
    assertThat(FleetFixture.done(fleet.up()).failed()).hasSize(2);
    assertThat(fleet.status().versions()).isEqualTo(Map.of(FleetFixture.TWO, 2L));
  }

  @Test
  void whatAScriptSetsForItsSessionDoesNotReachTheNextTarget() throws SQLException {
    FleetFixture fleet = fleet("session", 6);
    fleet
        .folder()
        .up(
            "3__sets",
            """
            CREATE TABLE "${flyway:defaultSchema}".seen AS SELECT current_user AS who;
            CREATE TEMPORARY TABLE mine ();
            SET search_path = pg_catalog;
            SET ROLE "${api_role}";
            """);
    // The row of the history is written as the role that was set.
    fleet.folder().up("4__resets", "RESET ROLE; SET ROLE NONE;");
    assertThat(FleetFixture.done(fleet.up()).failed()).hasSize(6);
    fleet.folder().delete("migrations/V3__sets.sql");
    fleet.folder().up("3__sets", "CREATE TEMPORARY TABLE mine (); SET search_path = pg_catalog;");
    assertThat(FleetFixture.done(fleet.up()).moved()).isEqualTo(6);
  }

  @Test
  void aValueOfAnEnumTypeIsUsedByTheNextScript() throws SQLException {
    FleetFixture fleet = fleet("moods", 3);
    fleet.folder().up("3__mood", "CREATE TYPE mood AS ENUM ('happy');");
    assertThat(FleetFixture.done(fleet.up()).moved()).isEqualTo(3);
    fleet.folder().up("4__more", "ALTER TYPE mood ADD VALUE 'good';");
    fleet.folder().up("5__used", "CREATE TABLE day (mood mood DEFAULT 'good');");
    assertThat(FleetFixture.done(fleet.up()).moved()).isEqualTo(3);
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.admin(), temporary, prefix, count);
  }
}
