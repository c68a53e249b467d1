package shareddb.tenants.fleet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryReader;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.JournalState;
import shareddb.migrate.journal.RunJournal;
import shareddb.migrate.journal.RunTarget;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;

/** What must be true of all tenants, whatever happened. */
record Wholeness(TrialFleet fleet) {

  /** So many at each version, each with the tables of its version, and none in between. */
  void at(Map<Version, Long> versions) throws SQLException {
    FleetTargets members = FleetTargets.of(fleet.members());
    FleetStatus status = FleetStatus.of(fleet.track(), members);
    assertThat(status.versions()).isEqualTo(versions);
    assertThat(status.wrong()).isEmpty();
    assertThat(FleetDrift.of(fleet.track(), members).drifted()).isEmpty();
    nothingTwice();
    nothingUnknown();
  }

  void allAt(int version) throws SQLException {
    at(Map.of(TrialFleet.version(version), (long) fleet.size()));
  }

  /** Every script was applied where it was not, and undone where it was. */
  private void nothingTwice() throws SQLException {
    List<FleetTarget> members = fleet.members();
    try (Connection connection = fleet.login().connect()) {
      HistoryReader.read(connection, members.stream().map(m -> m.target().schema()).toList())
          .forEach((schema, history) -> oneAfterTheOther(schema.value(), history));
    }
  }

  private static void oneAfterTheOther(String schema, History history) {
    Deque<Version> applied = new ArrayDeque<>();
    int rank = 0;
    for (HistoryRow row : history.rows()) {
      assertThat(row.rank()).as(schema).isEqualTo(rank++);
      row.version()
          .ifPresent(
              version -> {
                if (row.undoes()) {
                  assertThat(applied.removeLast()).as(schema).isEqualTo(version);
                } else {
                  assertThat(applied).as(schema).doesNotContain(version);
                  applied.add(version);
                }
              });
    }
  }

  /** Whom the newest run has called done, is, whatever broke down after it. */
  void journalIsTrue() throws SQLException {
    RunJournal runs = new RunJournal(fleet.login());
    List<FleetRunEntry> newest = runs.newest(1);
    if (newest.isEmpty()) {
      return;
    }
    Map<String, Version> current = new HashMap<>();
    FleetStatus.of(fleet.track(), FleetTargets.of(fleet.members()))
        .positions()
        .forEach((member, position) -> current.put(member.label(), position.current()));
    assertThat(runs.targets(newest.getFirst().id()))
        .filteredOn(target -> target.status() == RunTarget.Status.DONE)
        .allSatisfy(target -> assertThat(current).containsEntry(target.label(), target.to()));
  }

  private void nothingUnknown() throws SQLException {
    RunJournal runs = new RunJournal(fleet.login());
    for (FleetRunEntry run : runs.newest(Integer.MAX_VALUE)) {
      assertThat(run.state()).isIn(JournalState.DONE, JournalState.FAILED);
      assertThat(runs.targets(run.id()))
          .extracting(RunTarget::status)
          .doesNotContain(RunTarget.Status.PENDING);
    }
  }

  /** Flyway validates every one of them, and finds nothing to do. */
  void flywayAgrees() {
    for (FleetTarget member : fleet.members()) {
      Flyway flyway = flyway(member.target());
      assertThat(flyway.validateWithResult().validationSuccessful).as(member.label()).isTrue();
      assertThat(flyway.migrate().migrationsExecuted).as(member.label()).isZero();
    }
  }

  Flyway flyway(Target target) {
    return Flyway.configure()
        .dataSource(
            target.admin().jdbcUrl(), target.admin().user(), target.admin().password().reveal())
        .locations("filesystem:" + fleet.track().migrations())
        .defaultSchema(target.schema().value())
        .placeholderSeparator("=")
        .placeholders(
            Map.of(
                "flyway:defaultSchema",
                target.schema().value(),
                "api_role",
                target.apiRole().value()))
        .load();
  }
}
