package shareddb.tenants.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.track.Version;
import shareddb.migrate.journal.JournalState;
import shareddb.migrate.journal.RunJournal;
import shareddb.migrate.journal.RunTarget;
import shareddb.tenants.fleet.run.FleetFixture;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

final class FleetUpgradeTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void whoseDataDoNotFitKeepTheirVersionWholeAndAreTheOnlyOnesTriedAgain() throws SQLException {
    FleetFixture fleet = fleet("data", 50);
    fleet.up();
    for (int number : List.of(7, 23, 41)) {
      fleet.run(number, "INSERT INTO %s (body) VALUES ('')");
    }
    fleet.folder().up("3__log", FleetFixture.alter("ADD COLUMN c int"));
    fleet
        .folder()
        .up("4__not_empty", FleetFixture.alter("ADD CONSTRAINT no_empty CHECK (body <> '')"));

    FleetResult.Tally tally = FleetFixture.done(fleet.up());

    assertThat(tally.moved()).isEqualTo(47);
    assertThat(tally.failed())
        .extracting(failed -> failed.member().label())
        .containsExactlyInAnyOrder("m7", "m23", "m41");
    assertThat(tally.failed())
        .allSatisfy(
            failed -> {
              assertThat(failed.to()).isEqualTo(FleetFixture.TWO);
              assertThat(failed.reason())
                  .isEqualTo(
                      "V4__not_empty.sql: check constraint \"no_empty\" of relation \"notes\" is"
                          + " violated by some row (SQLSTATE 23514)");
            });
    assertThat(fleet.status().versions())
        .isEqualTo(Map.of(FleetFixture.TWO, 3L, Version.parse("4"), 47L));
    assertThat(fleet.newestRun().state()).isEqualTo(JournalState.FAILED);

    fleet.run(7, "UPDATE %s SET body = 'full'");
    fleet.run(23, "UPDATE %s SET body = 'full'");
    fleet.run(41, "UPDATE %s SET body = 'full'");
    FleetResult.Tally again = FleetFixture.done(fleet.up());
    assertThat(again.moved()).isEqualTo(3);
    assertThat(new RunJournal(db.admin()).targets(again.run()))
        .extracting(RunTarget::label)
        .containsExactlyInAnyOrder("m7", "m23", "m41");
    assertThat(fleet.up()).isEqualTo(new FleetResult.NothingToDo(50, Version.parse("4")));
  }

  @Test
  void whatCannotBeOneTransactionIsDoneOneByOne() throws SQLException {
    FleetFixture fleet = fleet("piecemeal", 3);
    fleet.up();
    fleet
        .folder()
        .up("3__index", "CREATE INDEX CONCURRENTLY i ON \"${flyway:defaultSchema}\".notes (body);");
    assertThat(howAllMoved(fleet)).containsOnly(TargetOutcome.How.STEP_BY_STEP).hasSize(3);
    assertThat(fleet.status().versions()).isEqualTo(Map.of(FleetFixture.THREE, 3L));
  }

  @Test
  void whatItsSettingsTellFlywayIsLeftToFlyway() throws SQLException {
    FleetFixture fleet = fleet("settings", 2);
    fleet.up();
    fleet
        .folder()
        .up("3__literal", "CREATE TABLE made AS SELECT '${nobody}' AS text;")
        .write("migrations/V3__literal.sql.conf", "placeholderReplacement=false\n");
    assertThat(howAllMoved(fleet)).containsOnly(TargetOutcome.How.STEP_BY_STEP).hasSize(2);
    String text = "SELECT text FROM " + fleet.target(2).schema().quoted("made");
    assertThat(Sql.text(db.admin(), text)).isEqualTo("${nobody}");
    assertThat(FleetDrift.of(fleet.folder().track(), FleetTargets.of(fleet.members())).isNone())
        .isTrue();
  }

  @Test
  void aPlaceholderThatNobodySetLeavesAllWhereTheyAre() throws SQLException {
    FleetFixture fleet = fleet("placeholder", 2);
    fleet.up();
    fleet.folder().up("3__wrong", "SELECT '${nobody}';");
    assertThat(FleetFixture.done(fleet.up()).failed())
        .hasSize(2)
        .allSatisfy(
            failed -> assertThat(failed.reason()).startsWith("${nobody} is no placeholder"));
    assertThat(fleet.status().versions()).isEqualTo(Map.of(FleetFixture.TWO, 2L));
  }

  @Test
  void moreConnectionsThanThereAreAreRefused() throws SQLException {
    FleetFixture fleet = fleet("budget", 2000);
    assertThat(fleet.up(FleetOptions.USUAL.withConnections(1500), FleetListener.SILENT))
        .isInstanceOfSatisfying(
            FleetResult.TooFewConnections.class, few -> assertThat(few.wanted()).isEqualTo(1502));
  }

  private static List<TargetOutcome.How> howAllMoved(FleetFixture fleet) throws SQLException {
    List<TargetOutcome.How> hows = new ArrayList<>();
    FleetResult result =
        fleet.up(
            FleetOptions.USUAL,
            event -> {
              if (event instanceof FleetEvent.TargetDone(TargetOutcome.Moved moved)) {
                hows.add(moved.how());
              }
            });
    assertThat(FleetFixture.done(result).failed()).isEmpty();
    return hows;
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.admin(), temporary, prefix, count);
  }
}
