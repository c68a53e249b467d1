package shareddb.tenants.fleet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import shareddb.migrate.journal.RunJournal;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.tenants.fleet.trial.TrialFleet.Move;
import shareddb.testing.Sql;

/** A migration that a few tenants' data do not allow. */
record BadData(TrialFleet fleet) {

  static final int FEW = 7;

  void happens() throws SQLException {
    List<Integer> few =
        IntStream.range(0, FEW).map(i -> 1 + i * fleet.size() / FEW).boxed().toList();
    run(few, "INSERT INTO %s (name) VALUES ('')");
    FleetResult.Tally tally = tally(Move.up(TrialTrack.CLEAN));
    assertThat(tally.moved()).isEqualTo(fleet.size() - FEW);
    assertThat(tally.failed())
        .extracting(failed -> failed.member().target())
        .containsExactlyInAnyOrderElementsOf(few.stream().map(fleet::target).toList());
    assertThat(tally.failed())
        .extracting(TargetOutcome.Failed::reason)
        .allMatch(reason -> reason.contains("person_named") && reason.contains("23514"));
    new Wholeness(fleet)
        .at(
            Map.of(
                TrialFleet.version(TrialTrack.NEWEST),
                (long) FEW,
                TrialFleet.version(TrialTrack.CLEAN),
                (long) fleet.size() - FEW));

    run(few, "UPDATE %s SET name = 'named' WHERE name = ''");
    FleetResult.Tally again = tally(Move.up(TrialTrack.CLEAN));
    assertThat(again.moved()).isEqualTo(FEW);
    assertThat(new RunJournal(fleet.login()).targets(again.run())).hasSize(FEW);
    new Wholeness(fleet).allAt(TrialTrack.CLEAN);
    System.out.printf(
        "  %d moved, %d failed and whole (%s); mended and run again: %d touched%n",
        tally.moved(), FEW, tally.failed().getFirst().reason(), again.moved());
  }

  private FleetResult.Tally tally(Move move) throws SQLException {
    FleetResult result = fleet.move(move);
    assertThat(result).isInstanceOf(FleetResult.Done.class);
    return ((FleetResult.Done) result).tally();
  }

  private void run(List<Integer> numbers, String sql) throws SQLException {
    for (int number : numbers) {
      Sql.run(fleet.login(), sql.formatted(fleet.target(number).schema().quoted("person")));
    }
  }
}
