package shareddb.tenants.fleet.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.tenants.fleet.run.FleetFixture;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

final class FleetDriftTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void aSchemaThatWasChangedByHandIsFoundAndSoAreOnesThatNobodyKnowsOrThatAreGone()
      throws SQLException {
    FleetFixture fleet = FleetFixture.of(db.admin(), temporary, "drift", 12);
    fleet.up(FleetFixture.ONE);
    new FleetFixture(fleet.login(), fleet.folder(), fleet.members().subList(0, 8)).up();
    assertThat(drift(fleet, fleet.members()).isNone()).isTrue();

    run("ALTER TABLE %s ADD COLUMN by_hand int", fleet.target(3).schema().quoted("notes"));
    run("GRANT DELETE ON %s TO PUBLIC", fleet.target(11).schema().quoted("notes"));
    // It only stands in another place then, which does no harm.
    run("ALTER TABLE %s DROP COLUMN body", fleet.target(5).schema().quoted("notes"));
    run("ALTER TABLE %s ADD COLUMN body text NOT NULL", fleet.target(5).schema().quoted("notes"));
    run(
        "GRANT SELECT, INSERT ON %s TO " + fleet.target(5).apiRole().quoted(),
        fleet.target(5).schema().quoted("notes"));
    run("DROP SCHEMA %s CASCADE", fleet.target(12).schema().quoted());

    FleetDrift drift = drift(fleet, fleet.members().subList(1, 12));

    assertThat(drift.compared()).isEqualTo(10);
    assertThat(drift.drifted())
        .extracting(drifted -> drifted.member().label() + " " + drifted.version())
        .containsExactly("m3 2", "m11 1");
    assertThat(drift.drifted().getFirst().comparison().differences())
        .extracting(difference -> difference.object().toString())
        .containsExactly("column notes.by_hand");
    assertThat(drift.missing()).containsExactly(fleet.members().getLast());
    assertThat(drift.orphans()).containsExactly(fleet.target(1));
  }

  @Test
  void aNameThatIsAPartOfAnotherOneIsNoDrift() throws SQLException {
    FleetFixture fleet = FleetFixture.of(db.admin(), temporary, "unused", 0);
    fleet.folder().up("3__comment", "COMMENT ON SCHEMA \"${flyway:defaultSchema}\" IS 'the ex.';");
    List<FleetTarget> members = List.of(member("ex"), member("ax"), member("bex"));
    FleetFixture named = new FleetFixture(db.admin(), fleet.folder(), members);
    named.up();
    assertThat(drift(named, members).isNone()).isTrue();
  }

  @Test
  void scriptsThatCannotBeTakenBackAreHeldAgainstADatabaseOfTheirOwn() throws SQLException {
    FleetFixture fleet = FleetFixture.of(db.admin(), temporary, "vacuum", 2);
    fleet
        .folder()
        .up("3__vacuum", "VACUUM \"${flyway:defaultSchema}\".notes;")
        .up("4__commits", "CREATE TABLE \"${flyway:defaultSchema}\".t (); COMMIT;")
        .write("migrations/V4__commits.sql.conf", "executeInTransaction=false\n");
    fleet.up();
    assertThat(drift(fleet, fleet.members()).drifted()).isEmpty();
    run("ALTER TABLE %s ADD COLUMN by_hand int", fleet.target(2).schema().quoted("notes"));
    assertThat(drift(fleet, fleet.members()).drifted()).hasSize(1);
    assertThat(
            Sql.text(db.admin(), "SELECT count(*) FROM pg_namespace WHERE nspname ~ 'reference'"))
        .isEqualTo("0");
  }

  private static FleetTarget member(String schema) {
    return new FleetTarget(schema, new Target(db.admin(), new SchemaName(schema)));
  }

  private static FleetDrift drift(FleetFixture fleet, List<FleetTarget> members)
      throws SQLException {
    return FleetDrift.of(
        fleet.folder().track(),
        new FleetTargets() {
          @Override
          public List<FleetTarget> all() {
            return members;
          }

          @Override
          public boolean couldBeOne(SchemaName schema) {
            return schema.value().startsWith("drift ");
          }
        });
  }

  private static void run(String sql, String name) throws SQLException {
    Sql.run(db.admin(), sql.formatted(name));
  }
}
