package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Target;
import shareddb.tenants.fleet.FleetDirection;
import shareddb.tenants.fleet.FleetDryRun;
import shareddb.tenants.fleet.FleetDryRunResult;
import shareddb.tenants.fleet.FleetPlan;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

@Tag("long")
final class FleetRepeatableTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final String FILE = "migrations/R__short_notes.sql";

  @TempDir private Path temporary;

  @Test
  void whoHasAnOldTextIsBehindAndIsHandedToFlyway() throws SQLException {
    FleetFixture fleet = fleet("text", 3);
    write(fleet, "body");
    assertThat(howAllMoved(fleet)).containsOnly(TargetOutcome.How.STEP_BY_STEP).hasSize(3);
    assertThat(fleet.up()).isEqualTo(new FleetResult.NothingToDo(3, FleetFixture.TWO));
    assertFlywayFindsNothingToDo(fleet);

    write(fleet, "body, author");
    assertThat(fleet.status().behind()).hasSize(3);
    assertThat(drift(fleet).unclear()).hasSize(3);
    assertThat(FleetPlan.of(fleet.folder().track(), FleetTargets.of(fleet.members()), up()))
        .isInstanceOfSatisfying(
            FleetPlan.Ways.class,
            ways ->
                assertThat(ways.ways())
                    .singleElement()
                    .satisfies(
                        way -> {
                          assertThat(way.repeatables())
                              .extracting(RepeatableMigration::script)
                              .containsExactly("R__short_notes.sql");
                          assertThat(way.sql()).isEmpty();
                        }));
    assertThat(howAllMoved(fleet)).containsOnly(TargetOutcome.How.STEP_BY_STEP).hasSize(3);
    assertThat(fleet.status().behind()).isEmpty();
    assertThat(drift(fleet).isNone()).isTrue();
    assertFlywayFindsNothingToDo(fleet);
  }

  @Test
  void versionsGoInOneGoWhereTheTextIsTheSame() throws SQLException {
    FleetFixture fleet = fleet("same", 2);
    write(fleet, "body");
    fleet.up();
    fleet.folder().up("3__log", FleetFixture.alter("ADD COLUMN c int"));

    assertThat(howAllMoved(fleet)).containsOnly(TargetOutcome.How.IN_ONE_GO).hasSize(2);
    assertFlywayFindsNothingToDo(fleet);
  }

  @Test
  void theTextOfOneSchemaIsNotThatOfAnother() throws SQLException {
    FleetFixture fleet = fleet("alike", 2);
    write(fleet, "body");
    fleet.up();
    Sql.run(
        db.admin(),
        """
        UPDATE %s SET checksum = (SELECT checksum FROM %s WHERE script = 'R__short_notes.sql')
        WHERE script = 'R__short_notes.sql'
        """
            .formatted(fleet.target(2).historyTable(), fleet.target(1).historyTable()));

    assertThat(fleet.status().behind()).extracting(FleetTarget::label).containsExactly("m2");
  }

  @Test
  void aDowngradeLeavesThemAndARehearsalTriesThem() throws SQLException {
    FleetFixture fleet = fleet("down", 2);
    write(fleet, "body");
    fleet.up();
    write(fleet, "body || '!' AS body");
    fleet
        .folder()
        .undo("2__add_author", "ALTER TABLE \"${flyway:defaultSchema}\".notes DROP COLUMN author;");

    assertThat(FleetFixture.done(fleet.down(FleetFixture.ONE)).moved()).isEqualTo(2);
    assertThat(fleet.down(FleetFixture.ONE))
        .isEqualTo(new FleetResult.NothingToDo(2, FleetFixture.ONE));
    assertThat(
            FleetDryRun.run(
                fleet.folder().track(),
                FleetTargets.of(fleet.members()),
                up(),
                FleetOptions.USUAL,
                OptionalInt.empty(),
                FleetListener.SILENT))
        .isInstanceOfSatisfying(
            FleetDryRunResult.Tried.class, tried -> assertThat(tried.passed()).hasSize(2));
    assertThat(FleetFixture.done(fleet.up()).moved()).isEqualTo(2);
    assertFlywayFindsNothingToDo(fleet);
  }

  private static void write(FleetFixture fleet, String columns) {
    fleet
        .folder()
        .write(
            FILE,
            """
            CREATE OR REPLACE VIEW "${flyway:defaultSchema}".short_notes AS
                SELECT %s FROM "${flyway:defaultSchema}".notes;
            """
                .formatted(columns));
  }

  private static List<TargetOutcome.How> howAllMoved(FleetFixture fleet) throws SQLException {
    List<TargetOutcome.How> how = new ArrayList<>();
    FleetResult result =
        fleet.up(
            FleetOptions.USUAL,
            event -> {
              if (event instanceof FleetEvent.TargetDone(TargetOutcome.Moved moved)) {
                how.add(moved.how());
              }
            });
    assertThat(FleetFixture.done(result).failed()).isEmpty();
    return how;
  }

  /** Configured here anew, so that it knows nothing of how the tool does it. */
  private static void assertFlywayFindsNothingToDo(FleetFixture fleet) {
    for (FleetTarget member : fleet.members()) {
      Target target = member.target();
      Flyway flyway =
          Flyway.configure()
              .dataSource(db.admin().jdbcUrl(), db.admin().user(), db.admin().password().reveal())
              .locations("filesystem:" + fleet.folder().track().migrations())
              .defaultSchema(target.schema().value())
              .placeholderSeparator("=")
              .placeholders(
                  Map.of(
                      "flyway:defaultSchema", target.schema().value().replace("\"", "\"\""),
                      "api_role", target.apiRole().value().replace("\"", "\"\"")))
              .load();
      flyway.validate();
      assertThat(flyway.info().pending()).isEmpty();
    }
  }

  private static FleetDrift drift(FleetFixture fleet) throws SQLException {
    return FleetDrift.of(fleet.folder().track(), FleetTargets.of(fleet.members()));
  }

  private static FleetDirection up() {
    return new FleetDirection.Up(Optional.empty());
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.admin(), temporary, prefix, count);
  }
}
